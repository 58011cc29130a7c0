import { OctagonAlert } from "lucide-react";
import { RelativeTime } from "@/components/relative-time";
import { StatusBadge } from "@/components/status-badge";
import { eventFlagLooks, eventLooks } from "@/components/status-looks/events";
import type { Column } from "@/components/ui/data-table";
import { VenueTime } from "@/components/venue-time";
import { CellLink } from "./cell-link";
import { type Part, partWords, type ReadinessRow } from "./cell-words";
import { parts, type ReadinessView, viewHref } from "./readiness-view";

export interface ReadinessColumnsProps {
  view: ReadinessView;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
  onOpen: (eventId: string, part: Part) => void;
}

/** Number, event and time; a column per part of readiness; the time that is left. */
export function readinessColumns({
  view,
  now,
  timeZone,
  onOpen,
}: ReadinessColumnsProps): Column<ReadinessRow>[] {
  return [
    {
      id: "number",
      head: "No.",
      width: "w-22",
      cell: (row) => <span className="tabular-nums">{`EV-${row.number}`}</span>,
    },
    { id: "event", head: "Event", cell: (row) => <EventCell row={row} now={now} />, card: "title" },
    {
      id: "manager",
      head: "Manager",
      width: "w-36",
      isSecondary: true,
      cell: (row) =>
        row.manager === null ? (
          <span className="text-on-caution">Nobody yet</span>
        ) : (
          <span title={row.manager.name}>{row.manager.name}</span>
        ),
    },
    ...parts.map((part) => partColumn(part, { view, now, timeZone, onOpen })),
    {
      id: "left",
      head: "Starts",
      width: "w-28",
      cell: (row) => <RelativeTime at={row.startsAt} now={now} timeZone={row.timeZone} tipSide="end" />,
      isOpenEnded: true,
      card: "status",
    },
  ];
}

function partColumn(part: Part, { view, now, onOpen }: ReadinessColumnsProps): Column<ReadinessRow> {
  return {
    id: part,
    head: partWords[part],
    width: part === "logistics" || part === "venue" ? "w-44" : "w-28",
    cell: (row) => {
      const cell = row.cells.find((one) => one.part === part);
      if (!cell) return null;
      return (
        <CellLink
          row={row}
          cell={cell}
          href={viewHref({ ...view, open: row.id, part })}
          onOpen={() => onOpen(row.id, part)}
          isOpen={view.open === row.id && view.part === part}
          now={now}
        />
      );
    },
  };
}

/** Title, where and when; below, in red, that it was ready and why it is not any more. */
function EventCell({ row, now }: { row: ReadinessRow; now: string }) {
  return (
    <>
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate font-medium" title={row.title}>
          {row.title}
        </span>
        {row.status === "ready" ? <StatusBadge look={eventLooks.ready} /> : null}
        {row.onHold ? <StatusBadge look={eventFlagLooks.on_hold} /> : null}
      </span>
      <span className="block truncate text-meta text-muted">
        <VenueTime startsAt={row.startsAt} endsAt={row.endsAt} timeZone={row.timeZone} now={now} />
        {` · ${row.venue.name}`}
      </span>
      {row.lost === null ? null : (
        <span
          className="flex items-center gap-1 text-meta font-medium text-on-problem [&_.lucide]:size-3.5"
          title={row.lost.reasons.join(" ")}
        >
          <OctagonAlert />
          <span className="truncate">{`Readiness lost: ${row.lost.reasons.join(" ")}`}</span>
        </span>
      )}
    </>
  );
}
