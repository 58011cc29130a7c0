import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { CommandOf } from "@/modules/staffing/commands";
import { type Assignment, assignmentOf, eventOf, type Staffing } from "@/modules/staffing/staffing";
import { idsOf, withdrawnFact } from "./facts";

/** Turns an offer down; also after its deadline, since a late "no" is still worth knowing. */
export function decideReject(
  { assignmentId, reason, isAvailableForFuture }: CommandOf<"reject">,
  state: Staffing,
  { now }: DecisionContext,
): readonly Fact[] {
  const assignment = assignmentOf(state, assignmentId);
  if (assignment.status === "rejected") return [];
  if (assignment.status === "accepted") {
    throw ruleViolated("shift_accepted", "This shift was accepted. Withdraw from it instead.");
  }
  if (assignment.status !== "offered") {
    throw ruleViolated("not_offered", "This shift is not offered at the moment.");
  }
  return [
    fact("STAFF_ASSIGNMENT_REJECTED", {
      ...idsOf(assignment),
      rejectedAt: now,
      reason,
      isAvailableForFuture,
    }),
  ];
}

/** Takes a shift back, from either side (domain.md rule 25). */
export function decideWithdraw(
  { assignmentId, reason }: CommandOf<"withdraw">,
  state: Staffing,
  context: DecisionContext,
): readonly Fact[] {
  const assignment = assignmentOf(state, assignmentId);
  if (assignment.status === "withdrawn") return [];
  const isAgent = context.actor.kind === "person" && context.actor.id === assignment.userId;
  if (isAgent) mayWalkAway(assignment, context.now);
  mayBeTaken(assignment, state);
  return [withdrawnFact(assignment, reason, isAgent ? "agent" : "agency", context)];
}

function mayWalkAway({ status, startsAt }: Assignment, now: string): void {
  if (status === "offered") {
    throw ruleViolated("decline_instead", "This shift is not accepted yet. Decline the offer instead.");
  }
  if (status === "accepted" && startsAt <= now) {
    throw ruleViolated("shift_begun", "This shift has begun. Call your manager.");
  }
}

function mayBeTaken({ status, eventId }: Assignment, state: Staffing): void {
  const event = eventOf(state, eventId);
  if (event.status === "completed" || event.status === "cancelled") {
    throw ruleViolated("event_over", `EV-${event.number} is ${event.status} already.`);
  }
  if (status !== "created" && status !== "offered" && status !== "accepted") {
    throw ruleViolated("not_withdrawable", "Only a planned, offered or accepted shift can be taken back.");
  }
}
