import { StatusBadge } from "@/components/status-badge";
import { kitFlagLooks, kitUnitLooks } from "@/components/status-looks/kits";
import { Badge } from "@/components/ui/badge";
import type { Column } from "@/components/ui/data-table";
import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { formatDate } from "@/values/format-time";

export type KitRow = RouterOutputs["kits"]["list"]["items"][number];

/** The columns of the list of kits. */
export function kitColumns(now: string, timeZone: string): Column<KitRow>[] {
  return [
    {
      id: "code",
      head: "Kit",
      width: "w-28",
      cell: (row) => <span className="tabular-nums">{row.code}</span>,
      card: "title",
    },
    {
      id: "template",
      head: "Template",
      cell: (row) => <span title={row.templateName}>{row.templateName}</span>,
    },
    {
      id: "where",
      head: "Where",
      width: "w-48",
      cell: (row) => <Where row={row} />,
    },
    {
      id: "next",
      head: "Next event",
      width: "w-44",
      isSecondary: true,
      cell: (row) => <NextUse row={row} now={now} />,
      card: "hidden",
    },
    {
      id: "lacks",
      head: "Lacks",
      width: "w-28",
      align: "end",
      isSecondary: true,
      cell: (row) => (row.lacks === 0 ? <span className="text-subtle">–</span> : counted(row.lacks, "piece")),
      card: "hidden",
    },
    {
      id: "status",
      head: "State",
      width: "w-64",
      cell: (row) => <KitState row={row} now={now} timeZone={timeZone} />,
      card: "status",
    },
  ];
}

function Where({ row: { holderName, home } }: { row: KitRow }) {
  if (holderName !== null) return <span title={holderName}>{`With ${holderName}`}</span>;
  if (home === "") return <span className="text-subtle">No home recorded</span>;
  return <span title={home}>{home}</span>;
}

function NextUse({ row: { nextUse }, now }: { row: KitRow; now: string }) {
  if (nextUse === null) return <span className="text-subtle">None</span>;
  const { number, startsAt, timeZone } = nextUse;
  return (
    <span className="tabular-nums">
      {`EV-${number}, `}
      <time dateTime={startsAt}>{formatDate(startsAt, timeZone, now)}</time>
    </span>
  );
}

/** The state, and what somebody should know beside it. */
function KitState({ row, now, timeZone }: { row: KitRow; now: string; timeZone: string }) {
  const isElsewhere = row.notSeenSince !== null;
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1 align-middle">
      <StatusBadge look={kitUnitLooks[row.status]} />
      {row.isOverdue ? <StatusBadge look={kitFlagLooks.overdue} /> : null}
      {row.differs && row.lacks === 0 ? <StatusBadge look={kitFlagLooks.differs_from_template} /> : null}
      {isElsewhere ? (
        <Badge tone="problem">{`Not found ${formatDate(row.notSeenSince ?? now, timeZone, now)}`}</Badge>
      ) : null}
    </span>
  );
}
