import type { Booking } from "@/modules/bookings/booking";
import type { CommandOf } from "@/modules/bookings/commands";
import type { BookingOutside } from "@/modules/bookings/outside";
import { invalid, ruleViolated } from "@/commands/errors";
import { durationMs, type TimeWindow } from "@/values/time-window";
import { addMinutes, resolveLocalTime, toIsoInstant } from "@/values/venue-time";

interface OfferedWindow extends TimeWindow {
  /** ISO 8601 UTC, as the dates of a booking have it. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The windows of the other starts that an approval offers, each as long as the date it declines. */
export function offeredWindows(command: CommandOf<"approve">, booking: Booking): OfferedWindow[] {
  const byStart = new Map(booking.dates.map((date) => [date.startsAt, date]));
  return command.declinedDates.flatMap(({ date, proposedDate }) => {
    const declined = byStart.get(toIsoInstant(date));
    if (!declined || proposedDate === undefined) return [];
    const startsAt = resolveLocalTime(proposedDate, booking.timeZone).instant;
    return [{ startsAt, endsAt: addMinutes(startsAt, durationMs(declined) / 60_000) }];
  });
}

/** What is offered instead of a date has to be there to be had: ahead, not asked for already, not taken by others. */
export function refuseHollowOffers(
  offered: readonly OfferedWindow[],
  booking: Booking,
  outside: BookingOutside,
  now: string,
): void {
  if (offered.some(({ startsAt }) => startsAt <= now)) {
    throw invalid("A start that you offer is over. Offer a later one.");
  }
  const own = new Set(booking.dates.map((date) => date.startsAt));
  if (offered.some(({ startsAt }) => own.has(startsAt))) {
    throw invalid("A start that you offer is a date of this booking already. Offer another one.");
  }
  const starts = new Set(offered.map(({ startsAt }) => startsAt));
  const taken = outside.clashes.find((clash) => starts.has(clash.startsAt) && clash.strength !== "asked");
  if (!taken) return;
  throw ruleViolated(
    "offer_taken",
    `${taken.venueName} is not free at a start that you offer: BK-${taken.bookingNumber}, ${taken.bookingTitle}, is there. Offer another one.`,
    { startsAt: taken.startsAt, bookingId: taken.bookingId },
  );
}
