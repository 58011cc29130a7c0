import type { Route } from "next";
import type { Column } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import type { RouterOutputs } from "@/trpc/client";
import { EventStatus } from "./event-status";
import { clockChangeWords } from "./event-words";
import { type EventsView, firstPage, orderOf, viewHref } from "./events-view";

export type EventRow = RouterOutputs["events"]["list"]["items"][number];

/** The columns of the list; the head of the start turns the order round. */
export function eventColumns(view: EventsView, now: string): Column<EventRow>[] {
  const order = orderOf(view);
  const turned = order === "earliest" ? "latest" : "earliest";
  return [
    {
      id: "number",
      head: "No.",
      width: "w-22",
      cell: (row) => <span className="tabular-nums">{`EV-${row.number}`}</span>,
    },
    {
      id: "title",
      head: "Title",
      cell: (row) => <span title={row.title}>{row.title}</span>,
      card: "title",
    },
    {
      id: "when",
      head: "When, venue time",
      width: "w-70",
      sort: {
        direction: order === "earliest" ? "ascending" : "descending",
        href: viewHref({ ...view, ...firstPage, order: turned }),
      },
      cell: (row) => <When row={row} now={now} />,
    },
    {
      id: "venue",
      head: "Venue",
      isSecondary: true,
      cell: (row) => {
        const venue = `${row.venue.name}, ${row.venue.city}`;
        return <span title={venue}>{venue}</span>;
      },
    },
    {
      id: "client",
      head: "Client",
      width: "w-36",
      isSecondary: true,
      cell: (row) => <span title={row.client.name}>{row.client.name}</span>,
    },
    {
      id: "booking",
      head: "Booking",
      width: "w-22",
      isSecondary: true,
      cell: (row) => (
        <TextLink href={`/admin/bookings/${row.booking.id}` as Route} className="tabular-nums">
          {`BK-${row.booking.number}`}
        </TextLink>
      ),
    },
    {
      id: "status",
      head: "Status",
      width: "w-48",
      cell: (row) => (
        <>
          <EventStatus event={row} />
          {row.holdReason === null ? null : (
            <span className="block truncate text-meta text-muted max-sm:hidden" title={row.holdReason}>
              {row.holdReason}
            </span>
          )}
        </>
      ),
      card: "status",
    },
  ];
}

function When({ row, now }: { row: EventRow; now: string }) {
  const note = clockChangeWords(row.clockNote);
  return (
    <>
      <VenueTime startsAt={row.startsAt} endsAt={row.endsAt} timeZone={row.timeZone} now={now} />
      {note === null ? null : <span className="block truncate text-meta text-on-caution">{note}</span>}
    </>
  );
}
