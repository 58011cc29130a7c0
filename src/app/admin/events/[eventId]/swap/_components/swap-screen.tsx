"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { eventHref } from "@/app/admin/_components/event-href";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { VenueTime } from "@/components/venue-time";
import { useTRPC } from "@/trpc/client";
import { OtherEvent } from "./other-event";
import { SwapForm } from "./swap-form";

/** Two events trade their starts: choose the other one, read what follows, say why (domain.md rule 20). */
export function SwapScreen({ eventId, now }: { eventId: string; now: string }) {
  const trpc = useTRPC();
  const [otherId, setOtherId] = useState<string | null>(null);
  const found = useQuery(trpc.events.byId.queryOptions({ eventId }));
  if (!found.data) {
    return found.error ? (
      <PanelError
        what="The event"
        reference={problemOf(found.error).requestId}
        onRetry={() => void found.refetch()}
      />
    ) : (
      <SkeletonRows rows={8} label="Loading the event" />
    );
  }
  const event = found.data;
  const code = `EV-${event.number}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Events", href: "/admin/events" },
          { label: code, href: eventHref(eventId) },
        ]}
        title={`Swap ${code} with another event`}
        meta={
          <>
            {`${event.title} · ${event.venue.name} · `}
            <VenueTime {...event} now={now} />
          </>
        }
      />
      {event.can.reschedule ? (
        <div className="grid max-w-5xl items-start gap-4 lg:grid-cols-2">
          <OtherEvent event={event} now={now} chosen={otherId} onChoose={setOtherId} />
          {otherId === null ? (
            <Card title="What follows">
              <p className="text-cell text-muted">
                Choose the other event. Each goes to the other’s start, on the clock of its own venue, and
                stays as long as it was.
              </p>
            </Card>
          ) : (
            <SwapForm key={otherId} eventId={eventId} otherEventId={otherId} now={now} />
          )}
        </div>
      ) : (
        <Notice title={`${code} cannot be moved any more`}>It runs, is over or was cancelled.</Notice>
      )}
    </>
  );
}
