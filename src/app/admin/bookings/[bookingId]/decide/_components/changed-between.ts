import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import type { ContentDifference } from "@/components/difference-words";

/** What an edit changed between the request that was read and the one that is there now. */
export function changedBetween(before: BookingDetail, after: BookingDetail): ContentDifference[] {
  const [old, present] = [contentOf(before), contentOf(after)];
  return Object.entries(present)
    .map(([field, value]) => ({ field, before: old[field], after: value }))
    .filter((difference) => JSON.stringify(difference.before) !== JSON.stringify(difference.after));
}

function contentOf(booking: BookingDetail): Record<string, unknown> {
  return {
    title: booking.title,
    locationIds: booking.venues.map((venue) => venue.id),
    eventDates: booking.dates.map(({ localStart, startsAt, endsAt }) => ({ localStart, startsAt, endsAt })),
    plan: booking.plan,
    contact: booking.contact,
    notes: booking.notes,
  };
}
