"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";
import { SkeletonRows } from "@/components/ui/skeleton";
import { EventHead } from "./event-head";
import { partLabel, partsInOrder } from "./event-parts";
import { type Activity, eventHref, type EventRecord, type MyEvent } from "./event-record";
import { NextStepBar } from "./next-step-bar";
import { missingOf } from "./readiness-words";
import { useEventParts } from "./use-event-parts";
import { VenueCard } from "./venue-card";

export interface NextEventProps {
  event: MyEvent;
  now: string;
  viewerZone: string | undefined;
  /** Between it and the bar at the foot. */
  children: ReactNode;
}

/** The next event with all one needs on the way there, and its one main action. */
export function NextEvent({ event, now, viewerZone, children }: NextEventProps) {
  const parts = useEventParts(event.id);
  const record = parts.event.data;
  const missing = missingOf(event);
  const activities = parts.activities.data?.items ?? [];
  return (
    <>
      <section aria-labelledby="next" className="grid gap-3">
        <div>
          <h2 id="next" className="text-title wrap-anywhere">
            <PageLink href={eventHref(event.id)} className="hover:underline">
              {event.title}
            </PageLink>
          </h2>
          <p className="wrap-anywhere text-muted">{`EV-${event.number} · ${event.clientName}`}</p>
        </div>
        <EventHead
          event={{ ...event, onHold: event.holdReason !== null, followUps: [] }}
          now={now}
          viewerZone={viewerZone}
        />
        {event.holdReason === null ? null : (
          <Notice tone="caution" title="On hold">
            {event.holdReason}
          </Notice>
        )}
        {missing.length === 0 ? null : (
          <Notice tone="caution" title={event.status === "in_progress" ? "Look at this" : "Still missing"}>
            <ul className="list-disc pl-5">
              {missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
        {parts.venue.data ? <VenueCard venue={parts.venue.data} canAct={false} /> : null}
        {parts.venue.isPending ? <SkeletonRows rows={3} label="Loading the venue" /> : null}
        {parts.venue.isError && !parts.venue.data ? (
          <PanelError what="The venue" onRetry={() => void parts.venue.refetch()} />
        ) : null}
        {record ? <PartLinks event={record} activities={activities} /> : null}
      </section>
      {children}
      {record ? (
        <NextStepBar
          event={record}
          activities={parts.activities.data?.items}
          venue={parts.venue.data}
          now={now}
          fallback={
            <ButtonLink href={eventHref(event.id)} variant="primary" size="action" className="min-w-0 flex-1">
              {`Open EV-${event.number}`}
            </ButtonLink>
          }
        />
      ) : null}
    </>
  );
}

/** How far each part has come; each opens it. */
function PartLinks({ event, activities }: { event: EventRecord; activities: readonly Activity[] }) {
  const parts = partsInOrder(event.status).filter((part) => part !== "venue");
  return (
    <ul className="divide-y divide-border rounded-card border border-border bg-surface">
      {parts.map((part) => (
        <li key={part}>
          <PageLink
            href={eventHref(event.id, part)}
            className="flex min-h-row items-center justify-between gap-3 px-4 tabular-nums"
          >
            {partLabel(part, event, activities)}
            <ChevronRight className="text-muted" />
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
