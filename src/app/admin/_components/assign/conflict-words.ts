import type { RouterOutputs } from "@/trpc/client";
import { formatClock, formatDate, formatDuration } from "@/values/format-time";

export type ManagerChoice = RouterOutputs["events"]["managerChoices"][number];
export type ManagerConflict = ManagerChoice["conflicts"][number];

/** "EV-230 Winter market, Sun 14 Oct 07:00: at the same time." */
export function conflictWords(conflict: ManagerConflict, now: string): string {
  const { code, title, localStart } = conflict;
  // A wall clock, read as UTC to be formatted.
  const start = `${localStart}:00Z`;
  return `${code} ${title}, ${formatDate(start, "UTC", now)} ${formatClock(start, "UTC")}: ${because(conflict)}.`;
}

function because({ kind, minutesBetween }: ManagerConflict): string {
  switch (kind) {
    case "overlap":
      return "at the same time";
    case "travel":
      return minutesBetween === 0
        ? "no time to travel between the venues"
        : `only ${formatDuration(minutesBetween)} to travel between the venues`;
    default:
      return kind satisfies never;
  }
}

/** An overlap takes a reason; a short way is a warning that one may know better. */
export function needsReason(choice: Pick<ManagerChoice, "conflicts"> | undefined): boolean {
  return choice?.conflicts.some((conflict) => conflict.kind === "overlap") === true;
}

/** Who is free first, then who is near to it; by name among equals. */
export function freeFirst(choices: readonly ManagerChoice[]): ManagerChoice[] {
  const weight = (choice: ManagerChoice) => (needsReason(choice) ? 2 : Math.min(choice.conflicts.length, 1));
  return [...choices].sort((one, other) => weight(one) - weight(other));
}
