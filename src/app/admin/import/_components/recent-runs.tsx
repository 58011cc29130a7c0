"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { PanelError } from "@/components/ui/error-state";
import type { Tone } from "@/components/ui/tone";
import { type RouterOutputs, useTRPC } from "@/trpc/client";

type Run = RouterOutputs["bookings"]["importRuns"][number];

const looks: Record<Run["status"], { label: string; tone: Tone }> = {
  queued: { label: "Waiting", tone: "pending" },
  running: { label: "Running", tone: "active" },
  done: { label: "Done", tone: "good" },
  failed: { label: "Failed", tone: "problem" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

const pollMs = 3_000;

/** The viewer's imports of the last thirty days, so that one that runs on is found again (U-39). */
export function RecentRuns({ now }: { readonly now: string }) {
  const trpc = useTRPC();
  const runs = useQuery(
    trpc.bookings.importRuns.queryOptions(undefined, {
      refetchInterval: (query) =>
        query.state.data?.some((run) => run.status === "queued" || run.status === "running") ? pollMs : false,
    }),
  );
  if (runs.error && !runs.data) {
    return <PanelError what="Your earlier imports" onRetry={() => void runs.refetch()} />;
  }
  if (!runs.data || runs.data.length === 0) return null;
  return (
    <Card isFlush title="Your imports">
      <DataTable<Run>
        label="Your imports"
        rows={runs.data}
        rowId={(run) => run.id}
        rowHref={(run) => `/admin/import?run=${run.id}` as Route}
        columns={[
          { id: "file", head: "File", card: "title", cell: (run) => run.fileName },
          {
            id: "status",
            head: "Status",
            width: "w-28",
            card: "status",
            cell: ({ status }) => <Badge tone={looks[status].tone}>{looks[status].label}</Badge>,
          },
          { id: "made", head: "Made", align: "end", width: "w-20", cell: (run) => <Made count={run.made} /> },
          {
            id: "skipped",
            head: "Before",
            align: "end",
            width: "w-20",
            card: "hidden",
            cell: (run) => run.skipped,
          },
          {
            id: "refused",
            head: "Refused",
            align: "end",
            width: "w-20",
            card: "hidden",
            cell: (run) => run.refused,
          },
          {
            id: "at",
            head: "Started",
            width: "w-44",
            isOpenEnded: true,
            cell: (run) => <RelativeTime at={run.createdAt.toISOString()} now={now} timeZone="UTC" />,
          },
        ]}
      />
    </Card>
  );
}

/** On a card no column head says what the number counts. */
function Made({ count }: { readonly count: number }) {
  return (
    <>
      {count}
      <span className="sm:hidden"> made</span>
    </>
  );
}
