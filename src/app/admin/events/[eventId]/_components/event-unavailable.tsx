"use client";

import { EventMissing } from "@/app/admin/events/_components/event-missing";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";

/** In place of an event that is loading, that is missing or that could not be loaded. */
export function EventUnavailable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <>
      <PageHeader crumbs={[{ label: "Events", href: "/admin/events" }]} title="Event" />
      <Reason error={error} onRetry={onRetry} />
    </>
  );
}

function Reason({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error === null) return <SkeletonRows rows={5} label="Loading the event" />;
  const { code, requestId } = problemOf(error);
  if (code === "NOT_FOUND") return <EventMissing />;
  return <PanelError what="The event" reference={requestId} onRetry={onRetry} />;
}
