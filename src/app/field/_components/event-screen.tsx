"use client";

import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { CrewCard } from "./crew/crew-card";
import { EventHead } from "./event-head";
import { EventPartCard } from "./event-part-card";
import { partsInOrder } from "./event-parts";
import type { EventRecord } from "./event-record";
import { HistoryCard } from "./history-card";
import { KitsCard } from "./kits-card";
import { LateStaff } from "./late-staff";
import { NextStepBar } from "./next-step-bar";
import { OutcomeCard } from "./outcome-card";
import { PartJumps } from "./part-jumps";
import { ReportIssue } from "./report-issue";
import { useEventParts } from "./use-event-parts";

const crumbs = [{ label: "My events", href: "/field/events" }] as const;

export interface EventScreenProps {
  eventId: string;
  now: string;
  viewerZone: string | undefined;
}

/** One event in the field: its head, its parts, and the next thing to do at the bottom. */
export function EventScreen({ eventId, now, viewerZone }: EventScreenProps) {
  const parts = useEventParts(eventId);
  const event = parts.event.data;
  if (event) return <Loaded event={event} parts={parts} now={now} viewerZone={viewerZone} />;
  const problem = parts.event.error === null ? null : problemOf(parts.event.error);
  return (
    <>
      <PageHeader crumbs={crumbs} title="Event" />
      {problem === null ? <SkeletonRows rows={6} label="Loading the event" /> : null}
      {problem?.code === "NOT_FOUND" ? (
        <EmptyState title="This event is not here">
          It may have been given to somebody else, or the link is mistyped.
        </EmptyState>
      ) : null}
      {problem !== null && problem.code !== "NOT_FOUND" ? (
        <PanelError
          what="The event"
          reference={problem.requestId}
          onRetry={() => void parts.event.refetch()}
        />
      ) : null}
    </>
  );
}

interface LoadedProps extends Omit<EventScreenProps, "eventId"> {
  event: EventRecord;
  parts: ReturnType<typeof useEventParts>;
}

function Loaded({ event, parts, now, viewerZone }: LoadedProps) {
  const activities = parts.activities.data?.items ?? [];
  const order = partsInOrder(event.status);
  const isRunning = event.status === "in_progress";
  return (
    <>
      <PageHeader crumbs={crumbs} title={event.title} meta={`EV-${event.number} · ${event.client.name}`} />
      <Notices event={event} />
      <EventHead event={event} now={now} viewerZone={viewerZone} />
      {event.status === "cancelled" ? null : <CrewCard eventId={event.id} />}
      <KitsCard eventId={event.id} />
      <PartJumps event={event} activities={activities} order={order} />
      <OutcomeCard event={event} now={now} />
      {order.map((part) => (
        <section key={part} id={part} className="scroll-mt-20">
          <EventPartCard part={part} event={event} parts={parts} now={now} />
        </section>
      ))}
      <section id="crew" className="scroll-mt-20">
        <LateStaff eventId={event.id} now={now} />
      </section>
      <HistoryCard event={event} now={now} />
      <NextStepBar
        event={event}
        activities={parts.activities.data?.items}
        venue={parts.venue.data}
        now={now}
        aside={
          isRunning && event.can.reportIssue ? (
            <ReportIssue event={event} activities={activities} size="action" words="Issue" />
          ) : null
        }
      />
    </>
  );
}

function Notices({ event }: { event: EventRecord }) {
  return (
    <>
      {event.holdReason === null ? null : (
        <Notice tone="caution" title="On hold">
          {event.holdReason}
        </Notice>
      )}
      {event.cancelledReason === null ? null : <Notice title="Cancelled">{event.cancelledReason}</Notice>}
    </>
  );
}
