"use client";

import { useQuery } from "@tanstack/react-query";
import { StatusBadge } from "@/components/status-badge";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { useTRPC } from "@/trpc/client";
import { formatDate } from "@/values/format-time";
import type { BookingDetail } from "./booking-dates";
import { viewHref } from "./bookings-view";
import { bookingHref } from "./booking-href";
import { bookingLooks } from "@/components/status-looks/bookings";

const SHOWN = 5;

/** What else this client has asked for, the latest first. */
export function ClientBookings({ booking, now }: { booking: BookingDetail; now: string }) {
  const trpc = useTRPC();
  const { client } = booking;
  const list = useQuery(
    trpc.bookings.list.queryOptions({ clientId: client.id, sort: "updated", limit: SHOWN + 1 }),
  );
  if (list.error) {
    return <PanelError what="The client's other bookings" onRetry={() => void list.refetch()} />;
  }
  if (!list.data) return <SkeletonRows rows={3} label="Loading the client's other bookings" />;
  const others = list.data.items.filter((row) => row.bookingId !== booking.bookingId).slice(0, SHOWN);
  if (others.length === 0) {
    return <p className="text-cell text-muted">{`This is the first booking of ${client.name}.`}</p>;
  }
  return (
    <div className="grid gap-2">
      <ul className="divide-y divide-border">
        {others.map((row) => (
          <li key={row.bookingId} className="flex items-center justify-between gap-3 py-1.5 text-cell">
            <span className="min-w-0">
              <TextLink href={bookingHref(row.bookingId)}>{`BK-${row.number}`}</TextLink>{" "}
              <span className="wrap-anywhere">{row.title}</span>
              {row.firstDate === null ? null : (
                <span className="block text-meta text-muted">
                  {`${row.datesTotal === 1 ? "1 date" : `${row.datesTotal} dates`}, first ${formatDate(row.firstDate, row.timeZone, now)}`}
                </span>
              )}
            </span>
            <span className="shrink-0">
              <StatusBadge look={bookingLooks[row.status]} />
            </span>
          </li>
        ))}
      </ul>
      <p className="text-cell">
        <TextLink href={viewHref({ waiting: "all", client: client.id, sort: "updated" })}>
          {`All bookings of ${client.name}`}
        </TextLink>
      </p>
    </div>
  );
}
