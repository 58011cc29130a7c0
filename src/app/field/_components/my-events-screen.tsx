"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { totalWords } from "@/values/count-words";
import { EventCard } from "./event-card";
import { laterInput, soonInput } from "./my-events-input";
import { PastEvents } from "./past-events";

/** The events of the next two weeks, later ones on demand, what is over below. */
export function MyEventsScreen({ now }: { now: string }) {
  const trpc = useTRPC();
  const [showsLater, setShowsLater] = useState(false);
  const soon = useQuery(trpc.events.mine.queryOptions(soonInput));
  const later = useQuery(trpc.events.mine.queryOptions(laterInput, { enabled: showsLater }));
  const mine = showsLater ? (later.data ?? soon.data) : soon.data;
  return (
    <>
      <PageHeader title="My events" />
      {mine === undefined && !soon.isError ? <SkeletonRows rows={4} label="Loading your events" /> : null}
      {mine === undefined && soon.isError ? (
        <PanelError what="Your events" onRetry={() => void soon.refetch()} />
      ) : null}
      {mine ? (
        <Coming
          mine={mine}
          range={mine === later.data ? "All that are ahead" : "The next 14 days"}
          now={now}
        />
      ) : null}
      {later.isError ? <PanelError what="Later events" onRetry={() => void later.refetch()} /> : null}
      {mine && mine.later.count > 0 && !showsLater ? (
        <Button onClick={() => setShowsLater(true)}>{`Show ${totalWords(mine.later, "later event")}`}</Button>
      ) : null}
      {showsLater && later.isPending ? <SkeletonRows rows={2} label="Loading later events" /> : null}
      <PastEvents now={now} />
    </>
  );
}

interface ComingProps {
  mine: RouterOutputs["events"]["mine"];
  /** In words. */
  range: string;
  now: string;
}

function Coming({ mine, range, now }: ComingProps) {
  if (mine.items.length === 0) {
    return (
      <EmptyState title={mine.later.count === 0 ? "No events ahead" : "Nothing in the next 14 days"}>
        Events stand here once the desk gives them to you.
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="coming" className="grid gap-3">
      <h2 id="coming" className="text-title">
        {range}
      </h2>
      {mine.items.map((event) => (
        <EventCard key={event.id} event={event} now={now} />
      ))}
    </section>
  );
}
