"use client";

import { useQuery } from "@tanstack/react-query";
import { PageLink } from "@/components/ui/page-link";
import { RelativeTime } from "@/components/relative-time";
import { StatusBadge } from "@/components/status-badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { useTRPC } from "@/trpc/client";
import { queueInput } from "./overview-inputs";
import { bookingLooks } from "@/components/status-looks/bookings";

/** The bookings that have waited longest for the agency. */
export function QueueCard({ now, timeZone }: { now: string; timeZone: string }) {
  const trpc = useTRPC();
  const queue = useQuery(trpc.bookings.list.queryOptions(queueInput));
  const rows = queue.data?.items ?? [];
  return (
    <Card
      title="Needs deciding"
      isFlush
      aside={
        <TextLink href="/admin/bookings" className="text-cell whitespace-nowrap">
          Open the queue
        </TextLink>
      }
    >
      {queue.isPending ? <SkeletonRows rows={5} label="Loading the queue" /> : null}
      {queue.isError && !queue.data ? (
        <PanelError what="The queue" onRetry={() => void queue.refetch()} />
      ) : null}
      {queue.data && rows.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          Requests of clients stand here, the longest waiting first.
        </EmptyState>
      ) : null}
      <ul className="divide-y divide-border">
        {rows.map((row) => (
          <li key={row.bookingId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-cell">
            <div className="min-w-48 flex-1">
              <PageLink
                href={`/admin/bookings/${row.bookingId}`}
                className="font-medium wrap-anywhere hover:underline"
              >
                <span className="text-muted tabular-nums">{`BK-${row.number} `}</span>
                {row.title}
              </PageLink>
              <p className="text-meta text-muted">
                {`${row.clientName}, ${row.datesTotal === 1 ? "1 date" : `${row.datesTotal} dates`}, queued `}
                <RelativeTime at={row.waitingSince} now={now} timeZone={timeZone} />
              </p>
            </div>
            <StatusBadge look={bookingLooks[row.status]} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
