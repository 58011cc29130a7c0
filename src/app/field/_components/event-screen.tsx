"use client";

import type { ReactNode } from "react";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ActivitiesCard } from "./activities-card";
import { ChecklistCard } from "./checklist-card";
import { EventHead } from "./event-head";
import { partLabel, partsInOrder } from "./event-parts";
import type { Activity, EventPart, EventRecord } from "./event-record";
import { HistoryCard } from "./history-card";
import { IssuesCard } from "./issues-card";
import { NextStepBar } from "./next-step-bar";
import { OutcomeCard } from "./outcome-card";
import { ReadinessCard } from "./readiness-card";
import { ReportIssue } from "./report-issue";
import { useEventParts } from "./use-event-parts";
import { VenueCard } from "./venue-card";

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
      <Jumps event={event} activities={activities} order={order} />
      <OutcomeCard event={event} now={now} />
      {order.map((part) => (
        <section key={part} id={part} className="scroll-mt-20">
          {partOf(part, { event, parts, activities, now })}
        </section>
      ))}
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

interface JumpsProps {
  event: EventRecord;
  activities: readonly Activity[];
  order: readonly EventPart[];
}

/** Links to the parts, which work without a connection. */
function Jumps({ event, activities, order }: JumpsProps) {
  return (
    <nav
      aria-label="Parts of the event"
      className="no-scrollbar -mx-4 flex gap-2 overflow-x-auto px-4 py-0.5"
    >
      {order.map((part) => (
        <a
          key={part}
          href={`#${part}`}
          className="inline-flex min-h-target shrink-0 items-center rounded-full border border-border-control bg-surface px-3 tabular-nums"
        >
          {partLabel(part, event, activities)}
        </a>
      ))}
    </nav>
  );
}

interface PartProps extends Pick<LoadedProps, "event" | "parts" | "now"> {
  activities: readonly Activity[];
}

function partOf(part: EventPart, { event, parts, activities, now }: PartProps): ReactNode {
  switch (part) {
    case "venue":
      return (
        <Late query={parts.venue} what="The venue">
          {parts.venue.data ? <VenueCard venue={parts.venue.data} /> : null}
        </Late>
      );
    case "readiness":
      return <ReadinessCard event={event} now={now} />;
    case "checklist":
      return <ChecklistCard event={event} now={now} />;
    case "activities":
      return (
        <Late query={parts.activities} what="The activities">
          {parts.activities.data ? <ActivitiesCard activities={activities} now={now} /> : null}
        </Late>
      );
    case "issues":
      return <IssuesCard event={event} activities={activities} />;
    default:
      return neverPart(part);
  }
}

function neverPart(part: never): never {
  throw new Error(`unknown part of an event: ${String(part)}`);
}

interface LateProps {
  query: { readonly data: unknown; readonly isError: boolean; readonly refetch: () => Promise<unknown> };
  what: string;
  children: ReactNode;
}

/** A part with a query of its own: it may fail while the rest of the page works. */
function Late({ query, what, children }: LateProps) {
  if (query.data !== undefined) return children;
  if (query.isError) return <PanelError what={what} onRetry={() => void query.refetch()} />;
  return <SkeletonRows rows={3} label="Loading" />;
}
