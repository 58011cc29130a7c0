import { needsReason } from "@/app/admin/_components/assign/conflict-words";
import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";
import type { EventRow } from "./event-columns";

type Plan = RouterOutputs["events"]["previewAssignment"][number];

/** One event of a bulk assignment on its way. */
export type AssignLine = { readonly row: EventRow } & (
  | {
      readonly state: "ready";
      readonly version: number;
      readonly conflicts: Plan["conflicts"];
      /** The manager is elsewhere at that time, so it takes a reason. */
      readonly isBusy: boolean;
    }
  | { readonly state: "left-out"; readonly reason: string }
  | { readonly state: "sending" }
  | { readonly state: "assigned" }
  | { readonly state: "failed"; readonly reason: string }
);

export type ReadyLine = Extract<AssignLine, { readonly state: "ready" }>;

/** What becomes of events during which the manager is elsewhere. */
export type Busy = "leave-out" | "assign";

/** What the look means for an event of the selection. */
export function lineOfPlan(row: EventRow, plan: Plan | undefined): AssignLine {
  if (!plan) return { row, state: "left-out", reason: "It is not there any more." };
  if (!plan.isToAssign) {
    return { row, state: "left-out", reason: "It is theirs already, or has begun." };
  }
  const { version, conflicts } = plan;
  return { row, state: "ready", version, conflicts, isBusy: needsReason(plan) };
}

/** The events that the run assigns. */
export function toAssign(lines: readonly AssignLine[], busy: Busy): ReadyLine[] {
  return lines.filter((line) => line.state === "ready").filter((line) => !line.isBusy || busy === "assign");
}

/** "3 assigned · 1 not assigned · 2 left out". */
export function resultWords(lines: readonly AssignLine[]): string {
  const count = (state: AssignLine["state"]) => lines.filter((line) => line.state === state).length;
  const parts = [
    `${count("assigned")} assigned`,
    ...(count("failed") > 0 ? [`${count("failed")} not assigned`] : []),
    ...(count("left-out") > 0 ? [`${count("left-out")} left out`] : []),
  ];
  return parts.join(" · ");
}

/** "Assign 3 events to Mia". */
export function runWords(lines: readonly AssignLine[], busy: Busy, name: string): string {
  return `Assign ${counted(toAssign(lines, busy).length, "event")} to ${name}`;
}
