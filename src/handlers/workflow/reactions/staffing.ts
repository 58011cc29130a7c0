import type { DomainEvent, EventType } from "@/domain-events/catalog/catalog";
import { readinessReaction } from "./event-life";
import type { Reaction, StaffingWish } from "./reaction";

/** The facts of activities and shifts from which something follows for shifts. */
export type FollowedStaffType = (typeof followed)[number];

const followed = [
  "ACTIVITY_CREATED",
  "ACTIVITY_CANCELLED",
  "STAFF_ASSIGNMENT_ACCEPTED",
  "STAFF_ASSIGNMENT_REJECTED",
  "STAFF_ASSIGNMENT_EXPIRED",
  "STAFF_ASSIGNMENT_WITHDRAWN",
  "STAFF_NO_SHOW",
  "STAFF_STANDBY_JOINED",
] as const satisfies readonly EventType[];

const followedTypes: ReadonlySet<string> = new Set(followed);

export function isStaffing(event: DomainEvent): event is DomainEvent<FollowedStaffType> {
  return followedTypes.has(event.type);
}

/**
 * What follows for shifts (event-catalogue.md, Routing): a place that became free is offered to the next in succession,
 * who took one cannot have what overlaps it, and readiness is looked at again. `slotId` is the place that a fact about
 * somebody's shift left free; null when it left none.
 */
export function staffingReactions(
  event: DomainEvent<FollowedStaffType>,
  slotId: string | null,
): readonly Reaction[] {
  const { eventId } = event.payload;
  switch (event.type) {
    case "ACTIVITY_CREATED":
      // What the plan of a booking lays out belongs to an event whose preparation has not begun.
      return event.payload.createdBy === "system" ? [] : [readinessReaction(eventId)];
    case "ACTIVITY_CANCELLED":
      return [releaseReaction(eventId, event.payload.reason), readinessReaction(eventId)];
    case "STAFF_ASSIGNMENT_ACCEPTED": {
      const { assignmentId } = event.payload;
      return [
        reaction("withdraw-clashing-offers", { type: "withdrawClashing", input: { assignmentId } }),
        readinessReaction(eventId),
      ];
    }
    case "STAFF_ASSIGNMENT_WITHDRAWN":
    case "STAFF_NO_SHOW":
      return [...succession(slotId), readinessReaction(eventId)];
    case "STAFF_ASSIGNMENT_REJECTED":
    case "STAFF_ASSIGNMENT_EXPIRED":
    case "STAFF_STANDBY_JOINED":
      return succession(slotId);
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`no reaction to ${JSON.stringify(event)}`);
}

/** Lets go of whoever counts on an event or a role that is not there any more. */
export function releaseReaction(eventId: string, reason: string): Reaction {
  const wish = { type: "releaseStaff", input: { eventId, reason } } as const;
  return { step: "release-staff", source: "workflow.release-commitments", wish };
}

/** Asks those again for whom a move made another shift of it. */
export function moveReaction(eventId: string): Reaction {
  return reaction("reoffer", { type: "moveShifts", input: { eventId } });
}

function succession(slotId: string | null): readonly Reaction[] {
  return slotId === null ? [] : [reaction("succeed", { type: "succeed", input: { slotId } })];
}

function reaction(step: string, wish: StaffingWish): Reaction {
  return { step, source: `workflow.${step}`, wish };
}
