"use client";

import { useQuery } from "@tanstack/react-query";
import { Ban, Check, CircleAlert, Clock, Loader } from "lucide-react";
import type { Route } from "next";
import { RelativeTime } from "@/components/relative-time";
import { Badge, type BadgeProps } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { PanelError } from "@/components/ui/error-state";
import { type RouterOutputs, useTRPC } from "@/trpc/client";

type Run = RouterOutputs["bookings"]["importRuns"][number];

const looks: Record<Run["status"], Pick<BadgeProps, "tone" | "icon"> & { label: string }> = {
  queued: { label: "Waiting", tone: "pending", icon: <Clock /> },
  running: { label: "Running", tone: "active", icon: <Loader /> },
  done: { label: "Done", tone: "good", icon: <Check /> },
  failed: { label: "Failed", tone: "problem", icon: <CircleAlert /> },
  cancelled: { label: "Cancelled", tone: "neutral", icon: <Ban /> },
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
            cell: ({ status }) => <RunStatus status={status} />,
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

function RunStatus({ status }: Pick<Run, "status">) {
  const { label, ...look } = looks[status];
  return <Badge {...look}>{label}</Badge>;
}
