import type { DecisionContext } from "@/commands/decider";
import { invalid } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { nextAssignmentId } from "@/modules/staffing/assignment-id";
import type { CommandOf } from "@/modules/staffing/commands";
import { eventOf, isLive, slotOf, type Staffing, type StaffingOutside } from "@/modules/staffing/staffing";
import { lastTerms, successionOf } from "@/modules/staffing/succession";
import { createdFact, offeredFact } from "./facts";
import { mustBeWanted } from "./offers";

/** Asks the next in succession for a slot that became free, on the terms of the offer before. */
export function decideSucceed(
  { slotId }: CommandOf<"succeed">,
  state: Staffing,
  { ranked }: StaffingOutside,
  context: DecisionContext,
): readonly Fact[] {
  const slot = slotOf(state, slotId);
  const next = successionOf(state, slot, ranked, context.now);
  switch (next.kind) {
    case "rest":
      return [];
    case "nobody-left":
      return [
        fact("STAFF_SLOT_UNFILLED", {
          eventId: slot.eventId,
          slotId,
          role: slot.role,
          unfilledAt: context.now,
          asked: next.asked,
        }),
      ];
    case "ask": {
      const { userId } = next;
      const shift = { assignmentId: nextAssignmentId(state, slotId, userId), userId, slot };
      const compensation = lastTerms(state, slotId)?.compensation ?? undefined;
      return [
        createdFact(state, shift, { instructions: "", context }),
        offeredFact(state, shift, { compensation }, context),
      ];
    }
    default:
      return neverNext(next);
  }
}

function neverNext(next: never): never {
  throw new Error(`unknown succession ${JSON.stringify(next)}`);
}

/** Puts somebody on the list of those who would step in; saying so twice is saying so once. */
export function decideJoinStandby(
  { slotId, userId }: CommandOf<"joinStandby">,
  state: Staffing,
  { people }: StaffingOutside,
  { now }: DecisionContext,
): readonly Fact[] {
  const slot = slotOf(state, slotId);
  mustBeWanted(eventOf(state, slot.eventId), slot);
  const person = people.find(({ id }) => id === userId);
  if (!person?.active || person.role !== "agent") {
    throw invalid("Choose somebody from the list: this person does not take shifts.");
  }
  const isWaiting = state.standby.some((one) => one.slotId === slotId && one.userId === userId);
  const hasIt = state.assignments.some(
    (one) => one.slotId === slotId && one.userId === userId && isLive(one),
  );
  if (isWaiting || hasIt) return [];
  return [
    fact("STAFF_STANDBY_JOINED", { eventId: slot.eventId, slotId, userId, role: slot.role, joinedAt: now }),
  ];
}
