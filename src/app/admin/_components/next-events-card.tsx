"use client";

import { useQuery } from "@tanstack/react-query";
import { PageLink } from "@/components/ui/page-link";
import { EventStatus } from "@/app/admin/events/_components/event-status";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import { useTRPC } from "@/trpc/client";
import { nextEventsInput } from "./overview-inputs";

/** The events that run now or come next. */
export function NextEventsCard({ now }: { now: string }) {
  const trpc = useTRPC();
  const events = useQuery(trpc.events.list.queryOptions(nextEventsInput(now)));
  const rows = events.data?.items ?? [];
  return (
    <Card
      title="Next events"
      isFlush
      aside={
        <TextLink href="/admin/calendar" className="text-cell whitespace-nowrap">
          Open the calendar
        </TextLink>
      }
    >
      {events.isPending ? <SkeletonRows rows={5} label="Loading events" /> : null}
      {events.isError && !events.data ? (
        <PanelError what="The next events" onRetry={() => void events.refetch()} />
      ) : null}
      {events.data && rows.length === 0 ? (
        <EmptyState title="No events ahead">Approved dates of bookings stand here.</EmptyState>
      ) : null}
      <ul className="divide-y divide-border">
        {rows.map((event) => (
          <li key={event.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-cell">
            <div className="min-w-48 flex-1">
              <PageLink
                href={`/admin/events/${event.id}`}
                className="font-medium wrap-anywhere hover:underline"
              >
                <span className="text-muted tabular-nums">{`EV-${event.number} `}</span>
                {event.title}
              </PageLink>
              <p className="text-meta text-muted">
                <VenueTime
                  startsAt={event.startsAt}
                  endsAt={event.endsAt}
                  timeZone={event.timeZone}
                  now={now}
                />
              </p>
            </div>
            <EventStatus event={event} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
