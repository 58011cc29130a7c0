"use client";

import { useQuery } from "@tanstack/react-query";
import { BookingActions } from "@/app/admin/bookings/_components/booking-actions";
import { BookingPanels } from "@/app/admin/bookings/_components/booking-panels";
import { BookingStatus } from "@/app/admin/bookings/_components/booking-status";
import { WaitingText } from "@/app/admin/bookings/_components/waiting-text";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { useTRPC } from "@/trpc/client";
import { BookingUnavailable } from "./booking-unavailable";

export interface BookingScreenProps {
  bookingId: string;
  now: string;
  timeZone: string;
}

/** A booking as a page of its own. */
export function BookingScreen({ bookingId, now, timeZone }: BookingScreenProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.bookings.byId.queryOptions({ bookingId }));
  const booking = query.data;
  if (!booking) return <BookingUnavailable error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <PageBody>
      <PageHeader
        crumbs={[{ label: "Bookings", href: "/admin/bookings" }]}
        title={`${booking.number} ${booking.title}`}
        status={
          <BookingStatus
            status={booking.status}
            needsReapproval={booking.needsReapproval}
            isOverridden={booking.override !== null}
          />
        }
        meta={
          <span className="flex flex-wrap gap-x-3">
            <span>{booking.client.name}</span>
            <span>{`Version ${booking.version}`}</span>
            <WaitingText
              waitingFor={booking.waitingFor}
              waitingSince={booking.waitingSince}
              now={now}
              timeZone={timeZone}
              isSentence
            />
            {booking.decided ? <span>{`Last decided by ${booking.decided.by}`}</span> : null}
          </span>
        }
        actions={<BookingActions booking={booking} now={now} />}
      />
      <BookingPanels booking={booking} now={now} timeZone={timeZone} isPage />
    </PageBody>
  );
}
