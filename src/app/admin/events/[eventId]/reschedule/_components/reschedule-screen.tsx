"use client";

import { useQuery } from "@tanstack/react-query";
import { eventHref } from "@/app/admin/_components/event-href";
import { EventUnavailable } from "@/app/admin/events/[eventId]/_components/event-unavailable";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useState } from "react";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { useTRPC } from "@/trpc/client";
import { RescheduleSheet } from "./reschedule-sheet";

export interface RescheduleScreenProps {
  eventId: string;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** Moves one event to another start, after everything that follows from it. */
export function RescheduleScreen({ eventId, now, timeZone }: RescheduleScreenProps) {
  const trpc = useTRPC();
  const event = useQuery(trpc.events.byId.queryOptions({ eventId }));
  if (!event.data) {
    return (
      <PageBody>
        <EventUnavailable error={event.error} onRetry={() => void event.refetch()} />
      </PageBody>
    );
  }
  return <Loaded event={event.data} now={now} timeZone={timeZone} />;
}

interface LoadedProps extends Omit<RescheduleScreenProps, "eventId"> {
  event: EventRecord;
}

function Loaded({ event, now, timeZone }: LoadedProps) {
  // A sheet that was open stays open: nobody's words vanish because somebody else was faster.
  const [isOpen] = useState(event.can.reschedule);
  if (isOpen) return <RescheduleSheet event={event} now={now} timeZone={timeZone} />;
  const code = `EV-${event.number}`;
  return (
    <PageBody>
      <PageHeader crumbs={[{ label: "Events", href: "/admin/events" }]} title={`Reschedule ${code}`} />
      <EmptyState
        title={`${code} cannot be moved any more`}
        action={<ButtonLink href={eventHref(event.id)}>{`Open ${code}`}</ButtonLink>}
      >
        An event moves until it has started, ended or been cancelled.
      </EmptyState>
    </PageBody>
  );
}
