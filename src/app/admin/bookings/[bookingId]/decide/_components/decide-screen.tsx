"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { BookingUnavailable } from "@/app/admin/bookings/[bookingId]/_components/booking-unavailable";
import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { freshData } from "@/app/admin/bookings/_components/fresh-data";
import { problemOf } from "@/components/form/problem-of";
import { PageBody } from "@/components/page-body";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { DecideSheet } from "./decide-sheet";
import { NothingToDecide } from "./nothing-to-decide";

export interface DecideScreenProps {
  bookingId: string;
  now: string;
  timeZone: string;
}

/** Decides a booking date by date. Availability is looked at afresh whenever the sheet opens. */
export function DecideScreen({ bookingId, now, timeZone }: DecideScreenProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.bookings.byId.queryOptions({ bookingId }));
  if (!query.data) return <BookingUnavailable error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <DecideLoaded
      booking={query.data}
      onReload={async () => freshData(await query.refetch())}
      now={now}
      timeZone={timeZone}
    />
  );
}

interface DecideLoadedProps {
  booking: BookingDetail;
  /** Asks the server again; null when no answer came. */
  onReload: () => Promise<BookingDetail | null>;
  now: string;
  timeZone: string;
}

function DecideLoaded({ booking, onReload, now, timeZone }: DecideLoadedProps) {
  const trpc = useTRPC();
  // A sheet that was open stays open: nobody's words vanish because somebody else was faster.
  const [isOpen] = useState(booking.can.approve);
  const preview = useQuery(
    trpc.bookings.previewApproval.queryOptions({ bookingId: booking.bookingId }, { enabled: isOpen }),
  );
  const checkAgain = async () => {
    const [reloaded, checked] = await Promise.all([onReload(), preview.refetch().then(freshData)]);
    return reloaded && checked && { booking: reloaded, preview: checked };
  };
  if (!isOpen) return <NothingToDecide booking={booking} now={now} />;
  if (preview.data) {
    return (
      <DecideSheet
        present={booking}
        preview={preview.data}
        isChecking={preview.isFetching}
        isCheckOld={preview.isError}
        onCheckAgain={checkAgain}
        now={now}
        timeZone={timeZone}
      />
    );
  }
  return (
    <PageBody>
      {preview.error ? (
        <PanelError
          what="Availability"
          reference={problemOf(preview.error).requestId}
          onRetry={() => void preview.refetch()}
        />
      ) : (
        <SkeletonRows rows={12} label="Looking at availability" />
      )}
    </PageBody>
  );
}
