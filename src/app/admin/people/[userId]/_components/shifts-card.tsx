"use client";

import { useQuery } from "@tanstack/react-query";
import { eventHref } from "@/app/admin/_components/event-href";
import { problemOf } from "@/components/form/problem-of";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { Progress } from "@/components/ui/progress";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import { useTRPC } from "@/trpc/client";

/** What they have taken, and how much of a week that is. */
export function ShiftsCard({ userId, now }: { userId: string; now: string }) {
  const trpc = useTRPC();
  const person = useQuery(trpc.staffing.person.queryOptions({ userId }));
  if (!person.data) {
    return person.error ? (
      <PanelError
        what="The shifts"
        reference={problemOf(person.error).requestId}
        onRetry={() => void person.refetch()}
      />
    ) : (
      <SkeletonRows rows={4} label="Loading shifts" />
    );
  }
  const { upcoming, hours } = person.data;
  return (
    <Card title="Coming shifts" isFlush>
      <div className="border-b border-border px-4 py-3">
        <Progress
          label="Hours of the next 7 days, of what is allowed"
          value={Math.round(hours.planned * 10) / 10}
          max={hours.max}
        />
      </div>
      {upcoming.length === 0 ? (
        <p className="px-4 py-3 text-cell text-muted">No shift in the next 8 days.</p>
      ) : (
        <ul className="divide-y divide-border">
          {upcoming.map(({ assignmentId, eventId, code, title, startsAt, endsAt, timeZone, isNow }) => (
            <li
              key={assignmentId}
              className="flex flex-wrap items-start justify-between gap-2 px-4 py-2.5 text-cell"
            >
              <p className="min-w-0 flex-1 wrap-anywhere">
                <TextLink href={eventHref(eventId)} className="tabular-nums">
                  {code}
                </TextLink>
                {` ${title}`}
                <span className="block text-muted">
                  <VenueTime startsAt={startsAt} endsAt={endsAt} timeZone={timeZone} now={now} />
                </span>
              </p>
              {isNow ? <Badge tone="active">Now</Badge> : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
