import { StatusBadge } from "@/components/status-badge";
import { venueLooks } from "@/components/status-looks/venues";
import { Badge } from "@/components/ui/badge";
import type { Column } from "@/components/ui/data-table";
import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { formatClock, formatDate, zoneLabel } from "@/values/format-time";

export type VenueRow = RouterOutputs["locations"]["list"]["items"][number];

/** The columns of the list of venues. */
export function venueColumns(now: string): Column<VenueRow>[] {
  return [
    { id: "name", head: "Venue", cell: (row) => <span title={row.name}>{row.name}</span>, card: "title" },
    { id: "city", head: "City", width: "w-44", cell: (row) => <span title={row.city}>{row.city}</span> },
    {
      id: "zone",
      head: "Time zone",
      width: "w-40",
      isSecondary: true,
      cell: (row) => zoneLabel(row.timeZone),
      card: "hidden",
    },
    {
      id: "next",
      head: "Next event, venue time",
      width: "w-48",
      cell: (row) => <NextEvent row={row} now={now} />,
    },
    {
      id: "upcoming",
      head: "Coming",
      width: "w-24",
      align: "end",
      isSecondary: true,
      cell: (row) => (
        <>
          {row.upcoming}
          <span className="sm:hidden"> coming</span>
        </>
      ),
    },
    {
      id: "confirmation",
      head: "Confirmation",
      width: "w-48",
      cell: (row) => <Confirmation row={row} />,
      card: "status",
    },
    {
      id: "issues",
      head: "Issues",
      width: "w-28",
      isSecondary: true,
      cell: (row) => (row.openIssues === 0 ? null : <Badge tone="problem">{`${row.openIssues} open`}</Badge>),
    },
  ];
}

function NextEvent({ row: { nextStartsAt, timeZone }, now }: { row: VenueRow; now: string }) {
  if (nextStartsAt === null) return <span className="text-subtle">No event ahead</span>;
  return (
    <time dateTime={nextStartsAt} className="tabular-nums">
      {`${formatDate(nextStartsAt, timeZone, now)} ${formatClock(nextStartsAt, timeZone)}`}
    </time>
  );
}

function Confirmation({ row: { upcoming, unconfirmed } }: { row: VenueRow }) {
  if (upcoming === 0) return <span className="text-subtle max-sm:hidden">Nothing to confirm</span>;
  if (unconfirmed === 0) return <StatusBadge look={venueLooks.confirmed} />;
  return (
    <span title={`${counted(unconfirmed, "event")} of ${upcoming} not confirmed`}>
      <StatusBadge look={venueLooks.unconfirmed} detail={`${unconfirmed} of ${upcoming}`} />
    </span>
  );
}
