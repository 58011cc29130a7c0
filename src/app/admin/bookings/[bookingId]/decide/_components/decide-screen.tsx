"use client";

import { useQuery } from "@tanstack/react-query";
import { BookingUnavailable } from "@/app/admin/bookings/[bookingId]/_components/booking-unavailable";
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
  const booking = query.data;
  const preview = useQuery(
    trpc.bookings.previewApproval.queryOptions(
      { bookingId },
      { enabled: booking !== undefined && booking.decideRefusal === null },
    ),
  );
  if (!booking) return <BookingUnavailable error={query.error} onRetry={() => void query.refetch()} />;
  if (!booking.can.approve) return <NothingToDecide booking={booking} now={now} />;
  if (!preview.data) {
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
  return (
    <DecideSheet
      present={booking}
      preview={preview.data}
      isChecking={preview.isFetching}
      onCheckAgain={async () => {
        await Promise.all([query.refetch(), preview.refetch()]);
      }}
      now={now}
      timeZone={timeZone}
    />
  );
}
