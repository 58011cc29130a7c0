"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { EventActions } from "@/app/admin/events/_components/event-actions";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { flagsOf } from "@/app/admin/events/_components/event-flags";
import { EventPanels } from "@/app/admin/events/_components/event-panels";
import { EventStatus } from "@/app/admin/events/_components/event-status";
import { waitsFor } from "@/app/admin/events/_components/event-waits";
import { useEventRecord } from "@/app/admin/events/_components/use-event-record";
import { PageHeader } from "@/components/page-header";
import { TextLink } from "@/components/ui/text-link";
import { useTRPC } from "@/trpc/client";
import { EventUnavailable } from "./event-unavailable";

const crumbs = [{ label: "Events", href: "/admin/events" }] as const;

export interface EventScreenProps {
  eventId: string;
  now: string;
  timeZone: string;
}

/** One event as a page of its own. */
export function EventScreen({ eventId, now, timeZone }: EventScreenProps) {
  const trpc = useTRPC();
  const event = useQuery(trpc.events.byId.queryOptions({ eventId }));
  if (!event.data) return <EventUnavailable error={event.error} onRetry={() => void event.refetch()} />;
  return (
    <>
      <Head event={event.data} now={now} />
      <EventPanels event={event.data} now={now} timeZone={timeZone} isPage />
    </>
  );
}

function Head({ event, now }: { event: EventRecord; now: string }) {
  const { details } = useEventRecord(event.id);
  const waits = waitsFor(event);
  return (
    <PageHeader
      crumbs={crumbs}
      title={`EV-${event.number} ${event.title}`}
      status={<EventStatus event={event} flags={flagsOf(event, details)} />}
      meta={
        <span className="flex flex-wrap gap-x-3">
          <span>
            {event.manager === null ? "No field manager yet" : `Field manager: ${event.manager.name}`}
          </span>
          {waits === null ? null : <span>{waits}</span>}
          <TextLink href={`/admin/events/${event.id}/kits` as Route}>Pack and hand out kits</TextLink>
        </span>
      }
      actions={<EventActions event={event} now={now} />}
    />
  );
}
