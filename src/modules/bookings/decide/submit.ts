import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { BookingState } from "@/modules/bookings/booking";
import type { CommandOf } from "@/modules/bookings/commands";
import type { RequestedDate } from "@/modules/bookings/content";
import type { Recurrence } from "@/modules/bookings/inputs";
import type { BookingOutside } from "@/modules/bookings/outside";
import { toOffsetDateTime } from "@/values/venue-time";
import { refuseGone } from "./gone";
import { existing, inState, sameVersion } from "./guards";

/** Hands a booking in for review; again after changes were asked for, or after a rejection that allows it. */
export function decideSubmit(
  command: CommandOf<"submit">,
  state: BookingState,
  outside: BookingOutside,
  context: DecisionContext,
): readonly Fact[] {
  const booking = existing(state);
  if (booking.status === "submitted") return [];
  inState(booking, "submit");
  sameVersion(booking, command.version, outside);
  refuseGone(booking, outside);
  if (booking.dates.length === 0) {
    throw ruleViolated("no_dates", "Add at least one date before you send the booking.");
  }
  if (booking.plan.activities.length === 0) {
    throw ruleViolated("no_activities", "Say what is to happen: add at least one activity.");
  }
  if (booking.dates.every((date) => date.startsAt <= context.now)) {
    throw ruleViolated("dates_past", "Every date of this booking is over. Choose new dates.");
  }
  return [submitted(booking, context)];
}

interface Submittable {
  readonly id: string;
  readonly clientId: string;
  readonly title: string;
  readonly timeZone: string;
  readonly dates: readonly RequestedDate[];
  readonly recurrence: Recurrence | null;
  readonly rrule: string | null;
}

/** `BOOKING_SUBMITTED` of a booking or of content that is about to be one. */
export function submitted(booking: Submittable, context: DecisionContext) {
  return fact(
    "BOOKING_SUBMITTED",
    {
      bookingId: booking.id,
      clientId: booking.clientId,
      title: booking.title,
      submittedBy: actorId(context.actor),
      submittedAt: context.now,
      eventDates: booking.dates.map((date) => toOffsetDateTime(date.startsAt, booking.timeZone)),
      recurrencePattern: booking.recurrence
        ? {
            frequency: booking.recurrence.frequency,
            interval: booking.recurrence.interval,
            endDate: booking.recurrence.endDate,
          }
        : undefined,
    },
    booking.rrule === null ? undefined : { rrule: booking.rrule },
  );
}
