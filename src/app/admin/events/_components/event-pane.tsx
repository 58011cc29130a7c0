"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { problemOf } from "@/components/form/problem-of";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { DetailPane } from "@/components/ui/detail-pane";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { EventFacts } from "./event-facts";
import { EventSiblings } from "./event-siblings";
import { EventStatus } from "./event-status";

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
      pageHref={`/admin/events/${eventId}` as Route}
      {...(event.data && {
        head: (
          <div className="pt-1 pb-0.5">
            <EventStatus event={event.data} />
          </div>
        ),
      })}
    >
      {event.isPending ? <SkeletonRows rows={5} label="Loading the event" /> : null}
      {problem?.code === "NOT_FOUND" ? <EventMissing /> : null}
      {problem !== null && problem.code !== "NOT_FOUND" ? (
        <PanelError what="The event" reference={problem.requestId} onRetry={() => void event.refetch()} />
      ) : null}
      {event.data ? (
        <div className="grid gap-4">
          <EventFacts event={event.data} now={now} timeZone={timeZone} />
          <EventSiblings event={event.data} now={now} />
        </div>
      ) : null}
    </DetailPane>
  );
}

/** The same words for an event that never was and for one that is gone. */
export function EventMissing() {
  return (
    <EmptyState title="This event is not here">
      The link may be mistyped, or the event was removed.
    </EmptyState>
  );
}
