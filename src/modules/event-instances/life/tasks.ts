import { addMinutes, resolveLocalTime } from "@/values/venue-time";
import type { PreparationTask, TaskKind } from "./event-life";
import type { Needs } from "./needs";
import type { LifeOutside } from "./outside";
import type { ReadinessPart } from "./readiness";

/** The part of readiness that ticks a kind of task; null for kinds that a person ticks. */
export function tickedBy(kind: TaskKind): ReadinessPart | null {
  switch (kind) {
    case "staff":
      return "staff";
    case "kit":
      return "kits";
    case "venue":
      return "venue";
    case "logistics":
    case "other":
      return null;
    default:
      return neverKind(kind);
  }
}

function neverKind(kind: never): never {
  throw new Error(`unknown kind of task ${String(kind)}`);
}

/**
 * The instant that lies this many minutes before a start on the venue's clock: "three days before" is the same
 * time of day although the clocks change in between. `localStart` is `YYYY-MM-DDTHH:mm`.
 */
export function dueBefore(localStart: string, minutesBefore: number, timeZone: string): string {
  // Read as UTC, a wall clock can be counted with; only the result is an instant of the venue's zone.
  const wallClock = addMinutes(`${localStart}:00Z`, -minutesBefore).slice(0, 16);
  return resolveLocalTime(wallClock, timeZone).instant;
}

/** The tasks of a template for one event; lines for staff or kits are left out where none are asked for. */
export function plannedTasks(
  event: { readonly localStart: string; readonly timeZone: string; readonly managerId: string | null },
  { template, needs, newIds }: Pick<LifeOutside, "template" | "needs" | "newIds">,
): readonly PreparationTask[] {
  return template.flatMap((line, index) => {
    const id = newIds[index];
    if (id === undefined || !isAskedFor(line.kind, needs)) return [];
    const dueAt = dueBefore(event.localStart, line.minutesBefore, event.timeZone);
    return [{ ...openTask(id), ...line, assignedTo: event.managerId, dueAt }];
  });
}

function isAskedFor(kind: TaskKind, needs: Needs): boolean {
  if (kind === "staff") return needs.staff.needed > 0;
  return kind === "kit" ? needs.kits.needed > 0 : true;
}

export function openTask(id: string) {
  return { id, status: "open", doneBy: null, doneAt: null, evidence: null } as const;
}
