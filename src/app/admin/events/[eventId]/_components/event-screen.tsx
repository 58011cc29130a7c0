"use client";

import { useQuery } from "@tanstack/react-query";
import { BookingHistory } from "@/components/booking-history";
import { EventFacts } from "@/app/admin/events/_components/event-facts";
import { EventMissing } from "@/app/admin/events/_components/event-pane";
import { EventSiblings } from "@/app/admin/events/_components/event-siblings";
import { EventStatus } from "@/app/admin/events/_components/event-status";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";

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
  if (event.data) {
    return (
      <>
        <PageHeader
          crumbs={crumbs}
          title={`EV-${event.data.number} ${event.data.title}`}
          status={<EventStatus event={event.data} />}
        />
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <div className="grid gap-4">
            <Card title="Facts">
              <EventFacts event={event.data} now={now} timeZone={timeZone} />
            </Card>
            <EventSiblings event={event.data} now={now} />
          </div>
          <Card title={`History of BK-${event.data.booking.number}`}>
            <BookingHistory bookingId={event.data.booking.id} timeZone={event.data.timeZone} now={now} />
          </Card>
        </div>
      </>
    );
  }
  const problem = event.error === null ? null : problemOf(event.error);
  return (
    <>
      <PageHeader crumbs={crumbs} title="Event" />
      {problem === null ? <SkeletonRows rows={5} label="Loading the event" /> : null}
      {problem?.code === "NOT_FOUND" ? <EventMissing /> : null}
      {problem !== null && problem.code !== "NOT_FOUND" ? (
        <PanelError what="The event" reference={problem.requestId} onRetry={() => void event.refetch()} />
      ) : null}
    </>
  );
}
