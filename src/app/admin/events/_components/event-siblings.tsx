"use client";

import { useQuery } from "@tanstack/react-query";
import { PageLink } from "@/components/ui/page-link";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import { useTRPC } from "@/trpc/client";
import type { EventRecord } from "./event-facts";
import { EventStatus } from "./event-status";
import { viewHref } from "./events-view";
import { siblingsInput, siblingsShown } from "./siblings-input";

/** The other events of the same booking. */
export function EventSiblings({ event, now }: { event: EventRecord; now: string }) {
  const trpc = useTRPC();
  const siblings = useQuery(trpc.events.list.queryOptions(siblingsInput(event)));
  const others = siblings.data?.items.filter((other) => other.id !== event.id).slice(0, siblingsShown) ?? [];
  const total = (siblings.data?.total.count ?? 1) - 1;
  if (siblings.isError) return <PanelError what="Other events" onRetry={() => void siblings.refetch()} />;
  if (others.length === 0) return null;
  return (
    <Card
      title={`Other events of BK-${event.booking.number}`}
      isFlush
      aside={
        total > others.length ? (
          <TextLink
            href={viewHref({ booking: event.booking.id, range: "all" })}
            className="text-cell whitespace-nowrap"
          >{`All ${total + 1}`}</TextLink>
        ) : undefined
      }
    >
      <ul className="divide-y divide-border">
        {others.map((other) => (
          <li key={other.id}>
            <PageLink
              href={`/admin/events/${other.id}`}
              className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1 text-cell -outline-offset-2! hover:bg-canvas"
            >
              <span className="text-muted tabular-nums">{`EV-${other.number}`}</span>
              <span className="min-w-0 flex-1">
                <VenueTime
                  startsAt={other.startsAt}
                  endsAt={other.endsAt}
                  timeZone={other.timeZone}
                  now={now}
                />
              </span>
              <EventStatus event={other} />
            </PageLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
