import type { RouterOutputs } from "@/trpc/client";
import type { BookingRow } from "./booking-columns";
import { counted } from "@/values/count-words";
import type { Verdict } from "./why-words";

/** One booking of a bulk approval on its way. Dates are starts, ISO 8601 UTC. */
export type BulkLine = { readonly row: BookingRow } & (
  | { readonly state: "looking" }
  | {
      readonly state: "ready";
      readonly version: number;
      /** Dates that wait for a decision. */
      readonly dates: number;
      readonly clear: readonly string[];
      readonly blocked: readonly string[];
      readonly why: readonly Verdict[];
    }
  | { readonly state: "left-out"; readonly reason: string }
  | { readonly state: "approving" }
  | { readonly state: "approved"; readonly dates: number; readonly undecided: number }
  | { readonly state: "failed"; readonly reason: string }
);

export type ReadyLine = Extract<BulkLine, { readonly state: "ready" }>;

/** What becomes of bookings that have blocked dates: left out whole, or approved without those dates. */
export type Leftover = "leave-out" | "clear-dates";

/** What the preview means for a booking of the selection. */
export function lineOfPreview(
  row: BookingRow,
  preview: RouterOutputs["bookings"]["previewApproval"],
): BulkLine {
  const waiting = new Set(preview.toDecide);
  const verdicts = preview.verdicts.filter((verdict) => waiting.has(verdict.dateId));
  if (!row.can.approve || verdicts.length === 0) {
    return { row, state: "left-out", reason: "None of its dates waits for a decision." };
  }
  const starts = (isBlocked: boolean) =>
    verdicts
      .filter((verdict) => (verdict.verdict === "blocked") === isBlocked)
      .map((verdict) => verdict.startsAt);
  return {
    row,
    state: "ready",
    version: preview.version,
    dates: verdicts.length,
    clear: starts(false),
    blocked: starts(true),
    why: verdicts.filter((verdict) => verdict.verdict === "blocked"),
  };
}

/** True for a booking that the run approves. */
export function isToRun(line: ReadyLine, leftover: Leftover): boolean {
  return line.clear.length > 0 && (line.blocked.length === 0 || leftover === "clear-dates");
}

/** The bookings that the run approves. */
export function toRun(lines: readonly BulkLine[], leftover: Leftover): ReadyLine[] {
  return lines.filter((line) => line.state === "ready").filter((line) => isToRun(line, leftover));
}

/** What the run would do: "Approves 12 dates of 4 bookings". */
export function runWords(lines: readonly BulkLine[], leftover: Leftover): string {
  const run = toRun(lines, leftover);
  const dates = run.reduce((sum, line) => sum + line.clear.length, 0);
  return `Approves ${counted(dates, "date")} of ${counted(run.length, "booking")}`;
}

/** "3 approved · 1 not approved · 2 left out". */
export function resultWords(lines: readonly BulkLine[]): string {
  const count = (state: BulkLine["state"]) => lines.filter((line) => line.state === state).length;
  const parts = [
    `${count("approved")} approved`,
    ...(count("failed") > 0 ? [`${count("failed")} not approved`] : []),
    ...(count("left-out") > 0 ? [`${count("left-out")} left out`] : []),
  ];
  return parts.join(" · ");
}
