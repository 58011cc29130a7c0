"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { useTRPC } from "@/trpc/client";
import { formatRelative } from "@/values/format-time";

/** The private address of one's own shifts as a calendar. It is told once; whoever lost it makes a new one. */
export function CalendarCard({ now }: { now: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const feed = useQuery(trpc.staffing.calendarFeed.queryOptions());
  const again = () => queryClient.invalidateQueries(trpc.staffing.calendarFeed.pathFilter());
  const make = useMutation(trpc.staffing.makeCalendarFeed.mutationOptions({ onSettled: again }));
  const end = useMutation(
    trpc.staffing.endCalendarFeed.mutationOptions({ onSuccess: () => make.reset(), onSettled: again }),
  );
  const failure = make.error ?? end.error;
  const since = feed.data?.since ?? null;
  return (
    <Card title="Shifts in your calendar">
      <div className="grid gap-3">
        <p className="text-muted">
          {since === null
            ? "Your calendar can show the shifts that you accepted, with time and place. It gets a private address of your own."
            : `Your calendar’s address was made ${formatRelative(since, now)}. Whoever knows it sees when and where you work.`}
        </p>
        {make.data ? <Address path={make.data.path} /> : null}
        {failure ? <FormProblem problem={problemOf(failure)} /> : null}
        <div className="flex flex-wrap gap-2">
          <Button icon={<CalendarPlus />} isPending={make.isPending} onClick={() => make.mutate()}>
            {since === null ? "Make an address" : "Make a new address"}
          </Button>
          {since === null ? null : (
            <Button variant="quiet" isPending={end.isPending} onClick={() => end.mutate()}>
              End it
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}

function Address({ path }: { path: string }) {
  const address = new URL(path, window.location.origin).href;
  return (
    <div className="grid gap-1">
      <p className="text-meta text-muted">
        Add it to your calendar by its address. It is shown now and not again.
      </p>
      <p className="flex items-center gap-2 rounded-control bg-sunken px-3 py-2">
        <code className="min-w-0 text-meta break-all">{address}</code>
        <CopyButton text={address} what="address of your calendar" />
      </p>
    </div>
  );
}
