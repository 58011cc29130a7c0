"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { StatusBadge } from "@/components/status-badge";
import { eventLooks } from "@/components/status-looks/events";
import { Button } from "@/components/ui/button";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { VenueTime } from "@/components/venue-time";
import { useTRPC } from "@/trpc/client";
import { CardTitle } from "./event-card";
import { pastInput } from "./my-events-input";

/** What is over or was cancelled, the latest first. */
export function PastEvents({ now }: { now: string }) {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const newest = useQuery(trpc.events.list.queryOptions(pastInput));
  const older = useQueries({
    queries: cursors.map((cursor) => trpc.events.list.queryOptions({ ...pastInput, cursor })),
  });
  if (newest.data === undefined) {
    return newest.isError ? (
      <PanelError what="Past events" onRetry={() => void newest.refetch()} />
    ) : (
      <SkeletonRows rows={3} label="Loading past events" />
    );
  }
  const pages = [newest.data, ...older.flatMap(({ data }) => data ?? [])];
  const events = pages.flatMap(({ items }) => items);
  const next = pages.at(-1)?.nextCursor ?? null;
  const failed = older.find(({ isError }) => isError);
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="past" className="grid gap-3">
      <h2 id="past" className="text-title">
        Over or cancelled
      </h2>
      <ul className="divide-y divide-border rounded-card border border-border bg-surface">
        {events.map((event) => (
          <li key={event.id} className="relative grid gap-1 px-4 py-3">
            <CardTitle event={event} />
            <p className="text-muted">
              <VenueTime
                startsAt={event.startsAt}
                endsAt={event.endsAt}
                timeZone={event.timeZone}
                now={now}
              />
            </p>
            <p>
              <StatusBadge look={eventLooks[event.status]} />
            </p>
          </li>
        ))}
      </ul>
      {failed ? <PanelError what="Older events" onRetry={() => void failed.refetch()} /> : null}
      {next === null ? null : (
        <Button
          isPending={older.some(({ isPending }) => isPending)}
          onClick={() => setCursors([...cursors, next])}
        >
          Show older events
        </Button>
      )}
    </section>
  );
}
