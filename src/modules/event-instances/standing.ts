import type { BookedDate, BookingNow, EventInstance } from "./event-instance";

/** What a booking as it is now means for one of its instances that has not begun. */
export type Standing =
  | { readonly verdict: "keep" }
  | { readonly verdict: "hold" }
  | { readonly verdict: "cancel"; readonly reason: string };

/** Compares an instance with the booking's date that it was made from; the reasons are for people. */
export function standing(booking: BookingNow, instance: EventInstance): Standing {
  if (booking.status === "rejected") return cancel("The booking was rejected.");
  if (booking.status === "cancelled") return cancel("The booking was cancelled.");
  const date = booking.dates.find((one) => one.startsAt === instance.bookedStart);
  if (!date) return cancel("This date was taken out of the booking.");
  switch (date.status) {
    case "declined":
      return cancel(because("This date was declined", date));
    case "undecided":
    case "proposed":
      return { verdict: "hold" };
    case "approved":
      return approved(booking, date, instance);
    default:
      return neverStatus(date.status);
  }
}

/** An approval of another venue or another end makes a new event, so the old one makes way for it. */
function approved(booking: BookingNow, date: BookedDate, instance: EventInstance): Standing {
  if (booking.locationId !== instance.locationId) {
    return cancel("The booking moved to another venue. A new event takes this one's place.");
  }
  if (date.endsAt !== instance.bookedEnd) {
    return cancel("The booking changed the end of this date. A new event takes this one's place.");
  }
  return { verdict: "keep" };
}

function because(sentence: string, date: BookedDate): string {
  return date.reason ? `${sentence}: ${date.reason}` : `${sentence}.`;
}

function cancel(reason: string): Standing {
  return { verdict: "cancel", reason };
}

function neverStatus(status: never): never {
  throw new Error(`unknown state of a date: ${String(status)}`);
}
