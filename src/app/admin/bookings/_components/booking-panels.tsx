"use client";

import { useQuery } from "@tanstack/react-query";
import { problemOf } from "@/components/form/problem-of";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { useTRPC } from "@/trpc/client";
import { BookingDates, type BookingDetail } from "./booking-dates";
import { BookingHistory } from "@/components/booking-history";
import { BookingNotices } from "./booking-notices";
import { ClientBookings } from "./client-bookings";
import { counted } from "@/values/count-words";
import { dateSummary } from "@/components/date-summary";
import { DifferenceList } from "@/components/difference-list";
import { RequestFacts } from "./request-facts";

export interface BookingPanelsProps {
  booking: BookingDetail;
  now: string;
  /** The viewer's own. */
  timeZone: string;
  /** Two columns on a page, one beside the list. */
  isPage?: boolean;
}

/** Everything about a booking that a decision looks at (U-42). */
export function BookingPanels({ booking, now, timeZone, isPage = false }: BookingPanelsProps) {
  const trpc = useTRPC();
  const { bookingId, can, client } = booking;
  const preview = useQuery(
    trpc.bookings.previewApproval.queryOptions({ bookingId }, { enabled: can.approve }),
  );
  const toDecide = new Set(preview.data?.toDecide);
  const verdicts = new Map(
    (preview.data?.verdicts ?? [])
      .filter((verdict) => toDecide.has(verdict.dateId))
      .map((verdict) => [verdict.dateId, verdict]),
  );
  const differences = can.approve ? (preview.data?.sinceDecision ?? []) : [];
  return (
    <div
      className={isPage ? "grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]" : "grid gap-4"}
    >
      <div className="grid min-w-0 gap-4">
        <BookingNotices booking={booking} now={now} />
        {can.approve && preview.error ? (
          <PanelError
            what="Availability"
            reference={problemOf(preview.error).requestId}
            onRetry={() => void preview.refetch()}
          />
        ) : null}
        {differences.length > 0 ? (
          <Card title="Changed since the last decision">
            <DifferenceList differences={differences} />
          </Card>
        ) : null}
        <Card title="Dates" aside={<DateSummary booking={booking} />}>
          <BookingDates booking={booking} verdicts={verdicts} now={now} timeZone={timeZone} />
        </Card>
        <Card title="Request">
          <RequestFacts booking={booking} now={now} />
        </Card>
      </div>
      <div className="grid min-w-0 gap-4">
        <Card title="History">
          <BookingHistory bookingId={bookingId} timeZone={booking.timeZone} now={now} />
        </Card>
        <Card title={`Other bookings of ${client.name}`}>
          <ClientBookings booking={booking} now={now} />
        </Card>
      </div>
    </div>
  );
}

function DateSummary({ booking }: { booking: BookingDetail }) {
  const hasEnded = booking.status === "cancelled" || booking.status === "rejected";
  const text = hasEnded ? counted(booking.dates.length, "date") : dateSummary(booking.dates);
  return <span className="text-cell text-muted tabular-nums">{text}</span>;
}
