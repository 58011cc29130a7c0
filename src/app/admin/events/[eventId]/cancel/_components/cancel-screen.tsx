"use client";

import { useQuery } from "@tanstack/react-query";
import { EventUnavailable } from "@/app/admin/events/[eventId]/_components/event-unavailable";
import { problemOf } from "@/components/form/problem-of";
import { PageBody } from "@/components/page-body";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { CancelSheet } from "./cancel-sheet";

/** Cancels one event, after everything that goes with it; looked at afresh whenever the sheet opens. */
export function CancelScreen({ eventId, now }: { eventId: string; now: string }) {
  const trpc = useTRPC();
  const event = useQuery(trpc.events.byId.queryOptions({ eventId }));
  const preview = useQuery(trpc.events.previewCancel.queryOptions({ eventId }));
  const release = useQuery(trpc.activities.previewRelease.queryOptions({ eventId }));
  const failed = [preview, release].find((query) => query.data === undefined && query.isError);
  if (!event.data) {
    return (
      <PageBody>
        <EventUnavailable error={event.error} onRetry={() => void event.refetch()} />
      </PageBody>
    );
  }
  if (preview.data && release.data) {
    return <CancelSheet event={event.data} preview={preview.data} release={release.data} now={now} />;
  }
  return (
    <PageBody>
      {failed ? (
        <PanelError
          what="What the cancellation would do"
          reference={problemOf(failed.error).requestId}
          onRetry={() => void failed.refetch()}
        />
      ) : (
        <SkeletonRows rows={6} label="Looking at what goes with it" />
      )}
    </PageBody>
  );
}
