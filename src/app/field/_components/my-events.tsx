"use client";

import { useQuery } from "@tanstack/react-query";
import { PageHeader } from "@/components/page-header";
import { StatusBadge } from "@/components/status-badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { VenueTime } from "@/components/venue-time";
import { useTRPC } from "@/trpc/client";
import { eventFlagLooks, eventLooks } from "@/components/status-looks/events";

/** The field manager's own coming events, the next one first. */
export function MyEvents({ now }: { readonly now: string }) {
  const trpc = useTRPC();
  const events = useQuery(trpc.events.list.queryOptions({ from: now, limit: 50 }));
  return (
    <>
      <PageHeader title="My events" />
      {events.isPending ? <SkeletonRows rows={4} /> : null}
      {events.isError ? <PanelError what="Your events" onRetry={() => events.refetch()} /> : null}
      {events.data?.items.length === 0 ? (
        <EmptyState title="No events">Events stand here once an admin gives them to you.</EmptyState>
      ) : null}
      {events.data?.items.map((event) => (
        <Card key={event.id}>
          <div className="grid gap-1">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p className="min-w-0 font-semibold wrap-anywhere">{event.title}</p>
              <StatusBadge look={eventLooks[event.status]} />
            </div>
            <p>
              <VenueTime
                startsAt={event.startsAt}
                endsAt={event.endsAt}
                timeZone={event.timeZone}
                now={now}
              />
            </p>
            <p className="text-muted">
              {event.venue.name}, {event.venue.city} · EV-{event.number}
            </p>
            {event.holdReason === null ? null : (
              <p>
                <StatusBadge look={eventFlagLooks.on_hold} detail={event.holdReason} />
              </p>
            )}
          </div>
        </Card>
      ))}
    </>
  );
}
