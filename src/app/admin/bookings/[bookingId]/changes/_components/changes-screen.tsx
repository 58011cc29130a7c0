"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { BookingUnavailable } from "@/app/admin/bookings/[bookingId]/_components/booking-unavailable";
import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { freshData } from "@/app/admin/bookings/_components/fresh-data";
import { PageBody } from "@/components/page-body";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useTRPC } from "@/trpc/client";
import { ChangesForm } from "./changes-form";
import { ChangesHeader } from "./changes-header";
import { bookingHref } from "@/app/admin/bookings/_components/booking-href";
import { bookingLooks } from "@/components/status-looks/bookings";

/** Asks the client to change a request, field by field, with reasons and suggestions. */
export function ChangesScreen({ bookingId, now }: { bookingId: string; now: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.bookings.byId.queryOptions({ bookingId }));
  if (!query.data) return <BookingUnavailable error={query.error} onRetry={() => void query.refetch()} />;
  return <Loaded booking={query.data} onReload={async () => freshData(await query.refetch())} now={now} />;
}

interface LoadedProps {
  booking: BookingDetail;
  /** Asks the server again; null when no answer came. */
  onReload: () => Promise<BookingDetail | null>;
  now: string;
}

function Loaded({ booking, onReload, now }: LoadedProps) {
  // A form that was open stays open: nobody's words vanish because somebody else was faster.
  const [isOpen] = useState(booking.can.requestChanges);
  const { bookingId, number } = booking;
  if (isOpen) return <ChangesForm present={booking} onReload={onReload} now={now} />;
  return (
    <PageBody>
      <ChangesHeader booking={booking} />
      <Notice
        title={
          booking.decideRefusal !== null && booking.waitingFor === "agency"
            ? "Another admin decides this"
            : `${number} is not waiting for a decision: ${bookingLooks[booking.status].label.toLowerCase()}`
        }
        actions={<ButtonLink href={bookingHref(bookingId)}>{`Open ${number}`}</ButtonLink>}
      >
        {booking.waitingFor === "agency" ? booking.decideRefusal : null}
      </Notice>
    </PageBody>
  );
}
