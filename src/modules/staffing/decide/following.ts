import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { CommandOf } from "@/modules/staffing/commands";
import { type Assignment, assignmentOf, eventOf, slotOf, type Staffing } from "@/modules/staffing/staffing";
import { windowsOverlap } from "@/values/time-window";
import { idsOf, withdrawnFact } from "./facts";

/** What follows from facts and from the clock. Each compares what is with what should be, so a repeat says nothing. */

/** Ends an offer whose time is over by the database's clock (domain.md rule 24). */
export function decideExpire(
  { assignmentId }: CommandOf<"expire">,
  state: Staffing,
  { now }: DecisionContext,
): readonly Fact[] {
  const assignment = assignmentOf(state, assignmentId);
  const { status, offer } = assignment;
  if (status !== "offered" || offer === null || offer.responseDeadline >= now) return [];
  return [
    fact("STAFF_ASSIGNMENT_EXPIRED", {
      ...idsOf(assignment),
      expiredAt: now,
      responseDeadline: offer.responseDeadline,
    }),
  ];
}

/** True while somebody waits for it or counts on it, and nobody is there yet. */
function isCommitted({ status }: Assignment): boolean {
  return status === "created" || status === "offered" || status === "accepted";
}

/** Lets go of whoever counts on a cancelled event, or on a role that was closed. */
export function decideRelease(
  { reason }: CommandOf<"releaseStaff">,
  state: Staffing,
  context: DecisionContext,
): readonly Fact[] {
  return state.assignments
    .filter(isCommitted)
    .filter(
      (one) =>
        eventOf(state, one.eventId).status === "cancelled" || slotOf(state, one.slotId).status === "closed",
    )
    .map((one) => withdrawnFact(one, reason, "system", context));
}

/** Whoever took a shift cannot take what overlaps it any more, so those offers are taken back (domain.md rule 23). */
export function decideWithdrawClashing(
  { assignmentId }: CommandOf<"withdrawClashing">,
  state: Staffing,
  context: DecisionContext,
): readonly Fact[] {
  const taken = assignmentOf(state, assignmentId);
  if (taken.status !== "accepted" && taken.status !== "checked_in") return [];
  const { number } = eventOf(state, taken.eventId);
  return state.assignments
    .filter((one) => one.status === "offered" && one.userId === taken.userId && one.eventId !== taken.eventId)
    .filter((one) => windowsOverlap(one, taken))
    .map((one) => withdrawnFact(one, `EV-${number} was accepted for the same time.`, "system", context));
}
