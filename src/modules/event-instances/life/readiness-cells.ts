import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import type { PreparationTask, TaskKind, VenueIssue, VenueStanding } from "./event-life";
import type { Needs } from "./needs";
import { type ReadinessPart, readinessItems } from "./readiness";

/**
 * - `none`: nothing was asked for.
 * - `waiting`: its preparation has not begun, so nobody knows yet.
 * - `open`: something is missing, and there is time.
 * - `overdue`: something is missing that was due.
 * - `lost`: it was there and is gone.
 */
export type CellState = "met" | "none" | "waiting" | "open" | "overdue" | "lost";

/** One part of the readiness of one event, as the matrix shows it. */
export interface ReadinessCell {
  readonly part: ReadinessPart;
  readonly state: CellState;
  /** How much of how much is there: "3 of 4". */
  readonly met: number;
  readonly needed: number;
  /** A sentence for people. */
  readonly text: string;
  /** When the oldest of what is missing is due; null when nothing has a due date. */
  readonly dueAt: string | null;
  /** When a fact said so last. */
  readonly saidAt: string | null;
}

export interface CellGrounds {
  readonly status: EventInstanceStatus;
  readonly tasks: readonly Pick<PreparationTask, "kind" | "status" | "dueAt" | "doneAt" | "evidence">[];
  readonly venue: VenueStanding | null;
  readonly venueIssue: VenueIssue | null;
}

const KIND_OF: Readonly<Record<ReadinessPart, TaskKind>> = {
  staff: "staff",
  kits: "kit",
  logistics: "logistics",
  venue: "venue",
};

/** The cells of one row, by the rule that also says whether the event is ready. `now` is ISO 8601 UTC. */
export function readinessCells(event: CellGrounds, needs: Needs, now: string): readonly ReadinessCell[] {
  return readinessItems(event, needs).map(({ part, isMet, text, evidence }) => {
    const counts = part === "venue" ? { met: isMet ? 1 : 0, needed: 1 } : countsOf(part, event, needs);
    const dueAt = isMet ? null : oldestDue(event.tasks, KIND_OF[part]);
    const state = stateOf(part, {
      event,
      isMet,
      needed: counts.needed,
      isDue: dueAt !== null && dueAt <= now,
    });
    return {
      part,
      state,
      ...counts,
      text: state === "waiting" ? "The preparation has not begun." : text,
      dueAt,
      saidAt: evidence?.at ?? null,
    };
  });
}

function countsOf(part: Exclude<ReadinessPart, "venue">, { tasks }: CellGrounds, needs: Needs) {
  switch (part) {
    case "staff":
    case "kits":
      return { met: needs[part].met, needed: needs[part].needed };
    case "logistics": {
      const logistics = tasks.filter((task) => task.kind === "logistics");
      return { met: logistics.filter((task) => task.status === "done").length, needed: logistics.length };
    }
    default:
      return neverPart(part);
  }
}

interface StateGrounds {
  readonly event: CellGrounds;
  readonly isMet: boolean;
  readonly needed: number;
  readonly isDue: boolean;
}

function stateOf(part: ReadinessPart, { event, isMet, needed, isDue }: StateGrounds): CellState {
  if (part === "logistics" && hasNotBegun(event.status)) return "waiting";
  if (isMet) return needed === 0 ? "none" : "met";
  if (part === "venue" && event.venue !== null) return "lost";
  return isDue ? "overdue" : "open";
}

function hasNotBegun(status: EventInstanceStatus): boolean {
  return status === "scheduled" || status === "assigned";
}

function oldestDue(tasks: CellGrounds["tasks"], kind: TaskKind): string | null {
  const due = tasks.filter((task) => task.kind === kind && task.status === "open").map((task) => task.dueAt);
  return due.reduce<string | null>((oldest, at) => (oldest === null || at < oldest ? at : oldest), null);
}

function neverPart(part: never): never {
  throw new Error(`unknown part of readiness ${String(part)}`);
}
