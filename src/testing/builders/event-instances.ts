import type {
  BookedDate,
  BookingInstances,
  BookingNow,
  EventInstance,
} from "@/modules/event-instances/event-instance";
import { clientId, testId } from "./actors";
import { bookingId, requestedDate, venues } from "./bookings";

/** A date of the booking on its venue's clock, `YYYY-MM-DDTHH:mm`, approved unless said otherwise. */
export function bookedDate(localStart: string, change: Partial<BookedDate> = {}): BookedDate {
  return { ...requestedDate(localStart), status: "approved", reason: null, ...change };
}

export function bookingNow(change: Partial<BookingNow> = {}): BookingNow {
  return {
    id: bookingId,
    clientId,
    status: "approved",
    timeZone: "America/New_York",
    locationId: venues.park.id,
    dates: [bookedDate("2026-12-05T10:00"), bookedDate("2026-12-12T10:00")],
    ...change,
  };
}

/** The instance that was generated from a date, the number of which makes its id. */
export function instanceOf(
  date: BookedDate,
  index: number,
  change: Partial<EventInstance> = {},
): EventInstance {
  const { localStart, startsAt, endsAt, clockNote } = date;
  return {
    id: testId(7, index),
    status: "scheduled",
    holdReason: null,
    localStart,
    startsAt,
    endsAt,
    bookedStart: startsAt,
    bookedEnd: endsAt,
    timeZone: "America/New_York",
    clockNote,
    locationId: venues.park.id,
    managerId: null,
    cancelledReason: null,
    version: 1,
    ...change,
  };
}

/** A booking and one scheduled instance per date, unless other instances are given. */
export function instancesOf(booking: BookingNow, instances?: readonly EventInstance[]): BookingInstances {
  return {
    booking,
    instances: instances ?? booking.dates.map((date, index) => instanceOf(date, index + 1)),
  };
}
