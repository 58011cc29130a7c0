import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { bookingHref } from "@/app/admin/bookings/_components/booking-href";
import { PageHeader } from "@/components/page-header";

/** Which booking is asked about, in the version that was read. */
export function ChangesHeader({ booking }: { booking: BookingDetail }) {
  const { bookingId, number, title, client, version } = booking;
  return (
    <PageHeader
      crumbs={[
        { label: "Bookings", href: "/admin/bookings" },
        { label: number, href: bookingHref(bookingId) },
      ]}
      title={`Ask for changes to ${number}`}
      meta={`${title} · ${client.name} · version ${version}`}
    />
  );
}
