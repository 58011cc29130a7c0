import type { RouterOutputs } from "@/trpc/client";
import { groupDigits } from "@/values/count-words";
import { formatDuration } from "@/values/format-time";

type Activities = RouterOutputs["activities"]["listForEvent"];
export type Activity = Activities["items"][number];
export type Kits = Activities["kits"];

/** "3 × Host · 1 × Tea kit": one entry per head and per kit, counted. */
export function needsWords(
  {
    requiredStaffRoles,
    requiredKitTemplateIds,
  }: Pick<Activity, "requiredStaffRoles" | "requiredKitTemplateIds">,
  kits: Kits,
): string {
  const nameOf = (id: string) => kits.find((kit) => kit.id === id)?.name ?? "a kit no longer offered";
  const parts = [...tally(requiredStaffRoles), ...tally(requiredKitTemplateIds.map(nameOf))];
  return parts.length === 0
    ? "No people, no kits"
    : parts.map(([what, count]) => `${count} × ${what}`).join(" · ");
}

/** How often each occurs, in the order of first sight. */
export function tally(items: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts];
}

/** Plan against fact: "Planned 2 h, took 2 h 25 min". */
export function lengthWords({
  duration,
  elapsedMinutes,
}: Pick<Activity, "duration" | "elapsedMinutes">): string {
  const planned = `Planned ${formatDuration(duration)}`;
  return elapsedMinutes === null ? planned : `${planned}, took ${formatDuration(Math.round(elapsedMinutes))}`;
}

/** A recorded figure: "1 200", "-3", "0.5". */
export function spellFigure(value: number): string {
  return Number.isInteger(value) && value >= 0 ? groupDigits(value) : String(value);
}
