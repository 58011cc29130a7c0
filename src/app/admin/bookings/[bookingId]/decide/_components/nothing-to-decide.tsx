import { type BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { BookingStatus } from "@/app/admin/bookings/_components/booking-status";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatMoment } from "@/values/format-time";
import { bookingHref } from "@/app/admin/bookings/_components/booking-href";
import { bookingLooks } from "@/components/status-looks/bookings";

/** In place of the sheet: a request of one's own, or one that needs no decision (any more). */
export function NothingToDecide({ booking, now }: { booking: BookingDetail; now: string }) {
  const { bookingId, number, decideRefusal, decided, timeZone, waitingFor } = booking;
  const back = <ButtonLink href={bookingHref(bookingId)}>{`Open ${number}`}</ButtonLink>;
  const isOwn = decideRefusal !== null && waitingFor === "agency";
  return (
    <PageBody>
      <PageHeader
        crumbs={[
          { label: "Bookings", href: "/admin/bookings" },
          { label: number, href: bookingHref(bookingId) },
        ]}
        title={`Decide ${number}`}
        status={
          <BookingStatus
            status={booking.status}
            needsReapproval={booking.needsReapproval}
            isOverridden={booking.override !== null}
          />
        }
        meta={booking.title}
      />
      {isOwn ? (
        <Notice title="Another admin decides this" actions={back}>
          {decideRefusal}
        </Notice>
      ) : (
        <Notice
          title={`${number} waits for no decision: ${bookingLooks[booking.status].label.toLowerCase()}`}
          actions={back}
        >
          {decided === null
            ? "There is nothing to decide about it now."
            : `Last decided by ${decided.by}, ${formatMoment(decided.at, timeZone, now)}.`}
        </Notice>
      )}
    </PageBody>
  );
}
