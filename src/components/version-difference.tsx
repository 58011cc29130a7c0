"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { formatMoment } from "@/values/format-time";
import { DifferenceList } from "./difference-list";
import type { ContentDifference } from "./difference-words";

export interface VersionDifferenceProps {
  booking: { readonly bookingId: string; readonly timeZone: string };
  differences: readonly ContentDifference[];
  now: string;
}

/** What somebody else changed meanwhile, with who it was and when. */
export function VersionDifference({ booking, differences, now }: VersionDifferenceProps) {
  if (differences.length === 0) return null;
  return (
    <div className="grid gap-2">
      <LastAct booking={booking} now={now} />
      <DifferenceList differences={differences} />
    </div>
  );
}

/** The last thing that a person did with the booking, as its history tells it. */
function LastAct({ booking, now }: Omit<VersionDifferenceProps, "differences">) {
  const trpc = useTRPC();
  const { bookingId, timeZone } = booking;
  const newest = useQuery({ ...trpc.bookings.timeline.queryOptions({ bookingId }), staleTime: 0 });
  const last = newest.isFetching ? undefined : newest.data?.entries.find((entry) => !entry.systemStep);
  if (last === undefined) return null;
  return (
    <p className="text-cell">
      <span className="font-medium">{last.actor}</span>
      {` ${last.title}, `}
      <time dateTime={last.at}>{formatMoment(last.at, timeZone, now)}</time>
    </p>
  );
}
