"use client";

import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { RecordTimeline } from "@/components/record-timeline";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";

export interface BookingHistoryProps {
  bookingId: string;
  timeZone: string;
  now: string;
}

/** What happened to the booking, newest first; older entries on request. */
export function BookingHistory({ bookingId, timeZone, now }: BookingHistoryProps) {
  const trpc = useTRPC();
  const [befores, setBefores] = useState<readonly string[]>([]);
  const pages = useQueries({
    queries: [undefined, ...befores].map((before) =>
      trpc.bookings.timeline.queryOptions({ bookingId, ...(before !== undefined && { before }) }),
    ),
  });
  const failed = pages.find((page) => page.isError);
  if (failed) return <PanelError what="The history" onRetry={() => failed.refetch()} />;
  const loaded = pages.flatMap((page) => page.data ?? []);
  if (loaded.length === 0) return <SkeletonRows rows={4} />;
  const nextBefore = loaded.at(-1)?.nextBefore ?? null;
  return (
    <RecordTimeline
      entries={loaded.flatMap((page) => page.entries)}
      timeZone={timeZone}
      now={now}
      isLoadingOlder={loaded.length < pages.length}
      expired={loaded[0]?.expired ?? []}
      onOlder={nextBefore === null ? undefined : () => setBefores([...befores, nextBefore])}
    />
  );
}
