"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RecordTimeline } from "./record-timeline";
import { PanelError } from "./ui/error-state";
import { SkeletonRows } from "./ui/skeleton";
import { useTRPC } from "@/trpc/client";

export interface BookingHistoryProps {
  bookingId: string;
  /** Only what names this event of the booking. */
  eventId?: string;
  timeZone: string;
  now: string;
}

/** Who did what with a booking, newest first. */
export function BookingHistory({ bookingId, eventId, timeZone, now }: BookingHistoryProps) {
  const trpc = useTRPC();
  const of = { bookingId, ...(eventId !== undefined && { eventId }) };
  const [befores, setBefores] = useState<readonly string[]>([]);
  const newest = useQuery(trpc.bookings.timeline.queryOptions(of));
  // New entries move the end of the first page: the older pages are then asked for again from there.
  const isJoined = befores[0] === newest.data?.nextBefore;
  const older = useQueries({
    queries: (isJoined ? befores : []).map((before) =>
      trpc.bookings.timeline.queryOptions({ ...of, before }),
    ),
  });
  if (newest.error && !newest.data) {
    return <PanelError what="The history" onRetry={() => void newest.refetch()} />;
  }
  if (!newest.data) return <SkeletonRows rows={5} label="Loading the history" />;
  const pages = [newest.data, ...older.flatMap((page) => page.data ?? [])];
  const next = pages.at(-1)?.nextBefore ?? null;
  return (
    <RecordTimeline
      entries={pages.flatMap((page) => page.entries)}
      timeZone={timeZone}
      now={now}
      onOlder={next === null ? undefined : () => setBefores([...(isJoined ? befores : []), next])}
      isLoadingOlder={older.some((page) => page.isFetching)}
      expired={newest.data.expired}
    />
  );
}
