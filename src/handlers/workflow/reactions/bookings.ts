import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { Reaction } from "./reaction";

/** The facts of bookings from which something follows. */
export type FollowedBookingType =
  | "BOOKING_APPROVED"
  | "BOOKING_DATES_DECLINED"
  | "BOOKING_REJECTED"
  | "BOOKING_UPDATED"
  | "BOOKING_CANCELLED";

/**
 * What follows from a fact of a booking (event-catalogue.md, Routing). An approval first settles what stands, so
 * that an event at the old venue makes way before the one at the new venue is made.
 */
export function bookingReactions(event: DomainEvent<FollowedBookingType>): readonly Reaction[] {
  const { bookingId } = event.payload;
  switch (event.type) {
    case "BOOKING_APPROVED":
      return [
        settle(bookingId),
        {
          step: "generate",
          source: "workflow.generate-instances",
          wish: { type: "generate", input: { bookingId, eventDates: event.payload.eventDates } },
        },
      ];
    case "BOOKING_UPDATED":
    case "BOOKING_DATES_DECLINED":
    case "BOOKING_REJECTED":
      return [settle(bookingId)];
    case "BOOKING_CANCELLED": {
      const { affectedEventIds, reason } = event.payload;
      const input = { bookingId, eventIds: affectedEventIds, reason };
      return [
        {
          step: "cancel",
          source: "workflow.cancel-instances",
          wish: { type: "cancelForBooking", input },
        },
      ];
    }
    default:
      return neverType(event);
  }
}

const HOLD_REASON = "The booking changed and waits for approval.";

function settle(bookingId: string): Reaction {
  return {
    step: "settle",
    source: "workflow.settle-instances",
    wish: { type: "settle", input: { bookingId, reason: HOLD_REASON } },
  };
}

function neverType(event: never): never {
  throw new Error(`no reaction to ${JSON.stringify(event)}`);
}
