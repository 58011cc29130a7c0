"use client";

import type { ReactNode } from "react";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ActivitiesCard } from "./activities-card";
import { ChecklistCard } from "./checklist-card";
import type { EventPart, EventRecord } from "./event-record";
import { IssuesCard } from "./issues-card";
import { ReadinessCard } from "./readiness-card";
import type { useEventParts } from "./use-event-parts";
import { VenueCard } from "./venue-card";

export interface EventPartCardProps {
  part: EventPart;
  event: EventRecord;
  parts: Pick<ReturnType<typeof useEventParts>, "activities" | "venue">;
  now: string;
}

/** One part of an event; one with a query of its own may fail while the rest of the page works. */
export function EventPartCard({ part, event, parts, now }: EventPartCardProps) {
  const activities = parts.activities.data?.items ?? [];
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

function Late({ query, what, children }: LateProps) {
  if (query.data !== undefined) return children;
  if (query.isError) return <PanelError what={what} onRetry={() => void query.refetch()} />;
  return <SkeletonRows rows={3} label="Loading" />;
}
