"use client";

import { useQuery } from "@tanstack/react-query";
import { bookingHref } from "@/app/client/_components/booking-href";
import { waitingWords } from "@/app/client/_components/waiting-words";
import { PageHeader } from "@/components/page-header";
import { StatusBadge } from "@/components/status-badge";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { useTRPC } from "@/trpc/client";
import { BookingActions } from "./booking-actions";
import { BookingHistory } from "@/components/booking-history";
import { DatesCard } from "./dates-card";
import { ProposalsCard } from "./proposals-card";
import { RequestCard } from "./request-card";
import { StateCard } from "./state-card";
import { bookingFlagLooks, bookingLooks } from "@/components/status-looks/bookings";

export interface BookingScreenProps {
  bookingId: string;
  now: string;
  /** The reader's own zone, where it is known. */
  viewerZone: string | null;
}

/** One booking of the client's own: where it stands, what is asked of them, what was decided per date. */
export function BookingScreen({ bookingId, now, viewerZone }: BookingScreenProps) {
  const trpc = useTRPC();
  const found = useQuery(trpc.bookings.byId.queryOptions({ bookingId }));
  if (!found.data) {
    return found.isError ? (
      <PanelError what="The booking" onRetry={() => found.refetch()} />
    ) : (
      <SkeletonRows rows={8} />
    );
  }
  const booking = found.data;
  const waiting = waitingWords(booking, viewerZone ?? booking.timeZone, now);
  return (
    <>
      <PageHeader
        title={booking.title}
        crumbs={[{ label: "Bookings", href: "/client" }]}
        status={
          <>
            <StatusBadge look={bookingLooks[booking.status]} />
            {booking.needsReapproval ? <StatusBadge look={bookingFlagLooks.needs_reapproval} /> : null}
          </>
        }
        meta={
          <>
            <span className="tabular-nums">{booking.number}</span>
            {waiting === null ? null : ` · ${waiting}`}
            {booking.copiedFrom ? (
              <>
                {" · copied from "}
                <TextLink href={bookingHref(booking.copiedFrom.bookingId)}>
                  {booking.copiedFrom.number}
                </TextLink>
              </>
            ) : null}
          </>
        }
      />
      <StateCard booking={booking} now={now} />
      <BookingActions booking={booking} now={now} />
      <ProposalsCard booking={booking} now={now} />
      <DatesCard booking={booking} now={now} viewerZone={viewerZone} />
      <RequestCard booking={booking} />
      <Card title="What happened">
        <BookingHistory bookingId={bookingId} timeZone={booking.timeZone} now={now} />
      </Card>
    </>
  );
}
