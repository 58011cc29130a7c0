import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { Health } from "./chart-data";
import { spanWords } from "@/app/log/_components/span-words";
import { limitWords } from "./health-words";

type Incident = Health["incidents"][number];

const INCIDENTS_SHOWN = 10;

function columnsOf({ limits, now }: Health): readonly Column<Incident>[] {
  const limitOf = (alarm: Incident["alarm"]) => limits.find((one) => one.alarm === alarm);
  return [
    {
      id: "what",
      head: "What",
      card: "title",
      cell: ({ alarm, subject }) =>
        [limitOf(alarm)?.label, alarm === "clock" ? "" : subject].filter(Boolean).join(", "),
    },
    {
      id: "worst",
      head: "Worst",
      width: "w-24",
      align: "end",
      cell: ({ alarm, worst }) => limitWords(worst, limitOf(alarm)?.unit ?? "deliveries"),
    },
    {
      id: "opened",
      head: "Began",
      width: "w-28",
      cell: ({ openedAt }) => <RelativeTime at={openedAt} now={now} timeZone="UTC" />,
    },
    {
      id: "state",
      head: "State",
      width: "w-28",
      card: "status",
      cell: ({ openedAt, resolvedAt }) =>
        resolvedAt === null ? (
          <Badge tone="problem">Open</Badge>
        ) : (
          `Over after ${spanWords(Date.parse(resolvedAt) - Date.parse(openedAt))}`
        ),
    },
  ];
}

/** The latest alarms, open ones first. */
export function IncidentTable({ health }: { readonly health: Health }) {
  return (
    <Card title="Alarms" isFlush>
      {health.incidents.length === 0 ? (
        <EmptyState title="No alarm so far">
          A broken limit appears here and tells the admins once.
        </EmptyState>
      ) : (
        <DataTable
          label="Alarms"
          columns={columnsOf(health)}
          rows={health.incidents.slice(0, INCIDENTS_SHOWN)}
          rowId={({ id }) => id}
        />
      )}
    </Card>
  );
}
