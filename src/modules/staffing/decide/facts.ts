import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { responseDeadline } from "@/modules/staffing/deadline";
import {
  type Assignment,
  type Compensation,
  eventOf,
  type Slot,
  type Staffing,
  type Withdrawal,
} from "@/modules/staffing/staffing";
import { instantMs } from "@/values/civil";
import { elapsedHours } from "@/values/time-window";
import { instantAtVenue, toOffsetDateTime } from "@/values/venue-time";

/** The facts that several commands make, each made in one way. */

interface NewShift {
  readonly assignmentId: string;
  readonly userId: string;
  readonly slot: Slot;
}

export function createdFact(
  state: Staffing,
  { assignmentId, userId, slot }: NewShift,
  { instructions, context }: { readonly instructions: string; readonly context: DecisionContext },
): Fact {
  const { timeZone } = eventOf(state, slot.eventId);
  return fact("STAFF_ASSIGNMENT_CREATED", {
    assignmentId,
    eventId: slot.eventId,
    userId,
    activityId: slot.activityId,
    role: slot.role,
    createdBy: actorId(context.actor),
    createdAt: context.now,
    startTime: toOffsetDateTime(slot.startsAt, timeZone),
    endTime: toOffsetDateTime(slot.endsAt, timeZone),
    ...(instructions !== "" && { instructions }),
  });
}

/** How a shift is offered; amounts as the caller gave them. */
export interface Terms {
  /** An instant, or what the clock of the venue shows. */
  readonly responseDeadline?: string | undefined;
  readonly compensation?:
    | (Omit<Compensation, "estimatedHours"> & { readonly estimatedHours?: number | undefined })
    | undefined;
}

export function offeredFact(
  state: Staffing,
  { assignmentId, userId, slot }: NewShift,
  terms: Terms,
  context: DecisionContext,
): Fact {
  const { location, timeZone } = eventOf(state, slot.eventId);
  const wished = terms.responseDeadline;
  return fact("STAFF_ASSIGNMENT_OFFERED", {
    assignmentId,
    eventId: slot.eventId,
    userId,
    offeredAt: context.now,
    offeredBy: actorId(context.actor),
    responseDeadline: responseDeadline(slot, context.now, wished && instantAtVenue(wished, timeZone)),
    location,
    compensation: terms.compensation && {
      ...terms.compensation,
      estimatedHours: terms.compensation.estimatedHours ?? elapsedHours(slot),
    },
  });
}

/** Takes a shift back, with the notice that this gives (domain.md rule 25). */
export function withdrawnFact(
  assignment: Assignment,
  reason: string,
  initiatedBy: Withdrawal["initiatedBy"],
  { actor, now }: DecisionContext,
): Fact {
  const leadTimeHours = Math.round((instantMs(assignment.startsAt) - instantMs(now)) / 36_000) / 100;
  return fact("STAFF_ASSIGNMENT_WITHDRAWN", {
    ...idsOf(assignment),
    withdrawnBy: actorId(actor),
    withdrawnAt: now,
    reason,
    leadTimeHours,
    initiatedBy,
  });
}

export function idsOf({ id, eventId, userId }: Assignment) {
  return { assignmentId: id, eventId, userId };
}
