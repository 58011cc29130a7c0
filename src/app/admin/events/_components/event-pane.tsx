"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { eventHref } from "@/app/admin/_components/event-href";
import type { Route } from "next";
import { problemOf } from "@/components/form/problem-of";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { DetailPane } from "@/components/ui/detail-pane";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import type { EventRecord } from "./event-facts";
import { flagsOf } from "./event-flags";
import { EventMissing } from "./event-missing";
import { EventStatus } from "./event-status";
import { waitsFor } from "./event-waits";
import { useEventRecord } from "./use-event-record";

const EventActions = dynamic(() => import("./event-actions").then((part) => part.EventActions), {
  loading: () => <div className="min-h-control" />,
});
const EventPanels = dynamic(() => import("./event-panels").then((part) => part.EventPanels), {
  loading: () => <SkeletonRows rows={8} label="Loading the event" />,
});

export interface EventPaneProps {
  eventId: string;
  closeHref: Route;
  onClose: () => void;
  now: string;
  timeZone: string;
}

/** One event beside the list or the calendar it was opened from. */
export function EventPane({ eventId, closeHref, onClose, now, timeZone }: EventPaneProps) {
  const trpc = useTRPC();
  const panel = usePanelKey();
  const event = useQuery(trpc.events.byId.queryOptions({ eventId }));
  const problem = event.error === null ? null : problemOf(event.error);
  const title = event.data ? `EV-${event.data.number} ${event.data.title}` : "Event";
  return (
    <DetailPane
      ref={panel}
      title={<span title={title}>{title}</span>}
      label={title}
      closeHref={closeHref}
      onClose={onClose}
      pageHref={eventHref(eventId)}
      {...(event.data && { head: <Head event={event.data} now={now} /> })}
    >
      {event.isPending ? <SkeletonRows rows={5} label="Loading the event" /> : null}
      {problem?.code === "NOT_FOUND" ? <EventMissing /> : null}
      {problem !== null && problem.code !== "NOT_FOUND" ? (
        <PanelError what="The event" reference={problem.requestId} onRetry={() => void event.refetch()} />
      ) : null}
      {event.data ? <EventPanels event={event.data} now={now} timeZone={timeZone} /> : null}
    </DetailPane>
  );
}

function Head({ event, now }: { event: EventRecord; now: string }) {
  const { details } = useEventRecord(event.id);
  const waits = waitsFor(event);
  return (
    <div className="grid gap-2 pt-1 pb-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-cell text-muted">
        <EventStatus event={event} flags={flagsOf(event, details)} />
        {waits === null ? null : <span className="min-w-0">{waits}</span>}
      </div>
      <EventActions event={event} now={now} />
    </div>
  );
}
