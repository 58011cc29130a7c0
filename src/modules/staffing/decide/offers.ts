import type { DecisionContext } from "@/commands/decider";
import { invalid, ruleViolated } from "@/commands/errors";
import type { Fact } from "@/domain-events/catalog/fact";
import { nextAssignmentId } from "@/modules/staffing/assignment-id";
import type { CommandOf } from "@/modules/staffing/commands";
import { lastAnswerAt } from "@/modules/staffing/deadline";
import {
  assignmentOf,
  type Assignment,
  eventOf,
  holderOf,
  isLive,
  type Slot,
  slotOf,
  type StaffedEvent,
  type Staffing,
  type StaffingOutside,
} from "@/modules/staffing/staffing";
import { instantAtVenue } from "@/values/venue-time";
import { createdFact, offeredFact, type Terms } from "./facts";

/** Plans people for slots; with terms their offers go out in the same breath. */
export function decideCreate(
  { assignments, instructions, offer }: CommandOf<"createAssignment">,
  state: Staffing,
  outside: StaffingOutside,
  context: DecisionContext,
): readonly Fact[] {
  const planned = distinct(assignments).map(({ slotId, userId }) => {
    const slot = slotOf(state, slotId);
    mustBeOpen(state, slot);
    mustBeFree(state, slotId, userId, outside);
    return { assignmentId: nextAssignmentId(state, slotId, userId), userId, slot };
  });
  mustBeInTime(state, planned, offer, context);
  return [
    ...planned.map((shift) => createdFact(state, shift, { instructions, context })),
    ...(offer ? planned.map((shift) => offeredFact(state, shift, offer, context)) : []),
  ];
}

/** Offers what is planned, and offers again on other terms what is not answered yet. */
export function decideOffer(
  command: CommandOf<"offer">,
  state: Staffing,
  context: DecisionContext,
): readonly Fact[] {
  const offered = [...new Set(command.assignmentIds)]
    .map((id) => assignmentOf(state, id))
    .filter((assignment) => isToBeOffered(assignment, command))
    .map((assignment) => {
      const slot = slotOf(state, assignment.slotId);
      mustBeOpen(state, slot);
      return { assignmentId: assignment.id, userId: assignment.userId, slot };
    });
  mustBeInTime(state, offered, command, context);
  return offered.map((shift) => offeredFact(state, shift, command, context));
}

function isToBeOffered(assignment: Assignment, terms: Terms): boolean {
  if (assignment.status === "created") return true;
  if (assignment.status === "offered") {
    return terms.responseDeadline !== undefined || terms.compensation !== undefined;
  }
  throw ruleViolated("shift_answered", "This shift was answered already. Plan the person once more.");
}

/** Throws unless somebody can still be asked for the slot. */
function mustBeOpen(state: Staffing, slot: Slot): void {
  const event = eventOf(state, slot.eventId);
  mustBeWanted(event, slot);
  if (holderOf(state, slot.id)) {
    throw ruleViolated("slot_filled", `${slot.role} ${slot.seat} of EV-${event.number} is filled already.`);
  }
}

/** Throws when the event is over or the slot is closed. */
export function mustBeWanted({ status, number }: StaffedEvent, slot: Slot): void {
  if (status === "completed" || status === "cancelled") {
    throw ruleViolated("event_over", `EV-${number} is ${status}, so nobody can be asked for it.`);
  }
  if (slot.status === "closed") {
    throw ruleViolated("slot_closed", "This role is not needed any more. Reload the event.");
  }
}

function mustBeFree(
  { assignments }: Staffing,
  slotId: string,
  userId: string,
  { people }: StaffingOutside,
): void {
  const person = people.find(({ id }) => id === userId);
  if (!person?.active || person.role !== "agent") {
    throw invalid("Choose somebody from the list: this person does not take shifts.");
  }
  if (assignments.some((one) => one.slotId === slotId && one.userId === userId && isLive(one))) {
    throw ruleViolated("already_asked", `${person.name} is planned or asked for this slot already.`);
  }
}

/** An offer that nobody could answer in time is not made (domain.md rule 24). */
function mustBeInTime(
  state: Staffing,
  shifts: readonly { readonly slot: Slot }[],
  terms: Terms | undefined,
  { now }: DecisionContext,
): void {
  if (!terms) return;
  if (shifts.some(({ slot }) => lastAnswerAt(slot, now) <= now)) {
    throw ruleViolated("shift_over", "This shift is over, so it cannot be offered any more.");
  }
  const { responseDeadline } = terms;
  if (responseDeadline === undefined) return;
  const isPast = ({ eventId }: Slot) =>
    instantAtVenue(responseDeadline, eventOf(state, eventId).timeZone) <= now;
  if (shifts.some(({ slot }) => isPast(slot))) {
    throw invalid("This deadline has passed. Choose a later one.", {
      responseDeadline: "Choose a later time.",
    });
  }
}

function distinct<Entry extends { readonly slotId: string; readonly userId: string }>(
  entries: readonly Entry[],
): readonly Entry[] {
  return [...new Map(entries.map((entry) => [`${entry.slotId} ${entry.userId}`, entry])).values()];
}
