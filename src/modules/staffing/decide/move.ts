import type { DecisionContext } from "@/commands/decider";
import type { Fact } from "@/domain-events/catalog/fact";
import { lastAnswerAt } from "@/modules/staffing/deadline";
import { moveEffect } from "@/modules/staffing/move";
import {
  type Assignment,
  eventOf,
  slotOf,
  type Staffing,
  type StaffingOutside,
} from "@/modules/staffing/staffing";
import { offeredFact, withdrawnFact } from "./facts";

/**
 * What a move does to whoever was asked or agreed: their slots have moved already, and so have those who go along.
 * Whoever still has the old time is asked again, with the pay of before, or released (domain.md rules 16 and 17).
 */
export function decideMove(
  state: Staffing,
  { commitments }: StaffingOutside,
  context: DecisionContext,
): readonly Fact[] {
  return state.assignments.flatMap((assignment) => {
    const slot = slotOf(state, assignment.slotId);
    if (slot.startsAt === assignment.startsAt && slot.endsAt === assignment.endsAt) return [];
    const effect = moveEffect(assignment, slot, commitments);
    if (effect?.kind === "released") {
      const { eventNumber } = effect.because;
      return [
        withdrawnFact(assignment, `The event moved onto a shift at EV-${eventNumber}.`, "system", context),
      ];
    }
    if (effect?.kind !== "asked-again") return [];
    return [askedAgain(state, assignment, context)];
  });
}

function askedAgain(state: Staffing, assignment: Assignment, context: DecisionContext): Fact {
  const slot = slotOf(state, assignment.slotId);
  if (lastAnswerAt(slot) <= context.now) {
    const { number } = eventOf(state, assignment.eventId);
    return withdrawnFact(assignment, `EV-${number} moved too close to ask again.`, "system", context);
  }
  const shift = { assignmentId: assignment.id, userId: assignment.userId, slot };
  return offeredFact(state, shift, { compensation: assignment.offer?.compensation ?? undefined }, context);
}
