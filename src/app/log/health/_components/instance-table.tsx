import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { Health } from "./chart-data";
import { spanWords } from "@/app/log/_components/span-words";

type Instance = Health["instances"][number];

const SKEW_MS = 5_000;

function columnsAt(now: string): readonly Column<Instance>[] {
  return [
    {
      id: "host",
      head: "Process",
      card: "title",
      cell: ({ host, pid }) => `${host}, process ${pid}`,
    },
    {
      id: "state",
      head: "State",
      width: "w-24",
      card: "status",
      cell: ({ isAlive }) => (
        <Badge tone={isAlive ? "good" : "problem"}>{isAlive ? "Alive" : "Silent"}</Badge>
      ),
    },
    {
      id: "release",
      head: "Release",
      width: "w-36",
      cell: ({ release }) => <span className="font-mono text-meta">{release}</span>,
    },
    {
      id: "started",
      head: "Started",
      width: "w-32",
      cell: ({ startedAt }) => <RelativeTime at={startedAt} now={now} timeZone="UTC" />,
    },
    {
      id: "listening",
      head: "New entries",
      width: "w-32",
      cell: ({ listening }) => (listening ? "Hears at once" : "Looks every second"),
    },
    {
      id: "clock",
      head: "Clock",
      width: "w-32",
      align: "end",
      cell: ({ clockOffsetMs }) => <Clock offsetMs={clockOffsetMs} />,
    },
  ];
}

function Clock({ offsetMs }: { readonly offsetMs: number }) {
  const words = `${spanWords(Math.abs(offsetMs))} ${offsetMs < 0 ? "behind" : "ahead"}`;
  return Math.abs(offsetMs) > SKEW_MS ? <Badge tone="caution">{words}</Badge> : words;
}

/** The dispatchers of all processes. */
export function InstanceTable({ health }: { readonly health: Health }) {
  return (
    <Card title="Dispatchers" isFlush>
      {health.instances.length === 0 ? (
        <EmptyState title="No dispatcher has shown itself">Nothing is handled until one starts.</EmptyState>
      ) : (
        <DataTable
          label="Dispatchers"
          columns={columnsAt(health.now)}
          rows={health.instances}
          rowId={({ id }) => id}
        />
      )}
    </Card>
  );
}
