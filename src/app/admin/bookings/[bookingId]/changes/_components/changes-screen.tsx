"use client";

import { useQuery } from "@tanstack/react-query";
import { BookingUnavailable } from "@/app/admin/bookings/[bookingId]/_components/booking-unavailable";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { statusLook } from "@/components/status-maps";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useTRPC } from "@/trpc/client";
import { ChangesForm } from "./changes-form";
import { bookingHref } from "@/app/admin/bookings/_components/booking-href";

/** Asks the client to change a request, field by field, with reasons and suggestions. */
export function ChangesScreen({ bookingId, now }: { bookingId: string; now: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.bookings.byId.queryOptions({ bookingId }));
  const booking = query.data;
  if (!booking) return <BookingUnavailable error={query.error} onRetry={() => void query.refetch()} />;
  const { number } = booking;
  const header = (
    <PageHeader
      crumbs={[
        { label: "Bookings", href: "/admin/bookings" },
        { label: number, href: bookingHref(bookingId) },
      ]}
      title={`Ask for changes to ${number}`}
      meta={`${booking.title} · ${booking.client.name} · version ${booking.version}`}
    />
  );
  if (booking.can.requestChanges) {
    return <ChangesForm key={booking.bookingId} present={booking} now={now} header={header} />;
  }
  return (
    <PageBody>
      {header}
      <Notice
        title={
          booking.decideRefusal !== null && booking.waitingFor === "agency"
            ? "Another admin decides this"
            : `${number} is not waiting for a decision: ${statusLook("booking", booking.status).label.toLowerCase()}`
        }
        actions={<ButtonLink href={bookingHref(bookingId)}>{`Open ${number}`}</ButtonLink>}
      >
        {booking.waitingFor === "agency" ? booking.decideRefusal : null}
      </Notice>
    </PageBody>
  );
}
