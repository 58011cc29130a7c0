import type { Column } from "@/components/ui/data-table";
import type { RouterOutputs } from "@/trpc/client";
import { formatClock, formatDate, zoneLabel } from "@/values/format-time";
import { BookingStatus } from "./booking-status";
import { type BookingsView, firstPage, viewHref } from "./bookings-view";
import { WaitingText } from "./waiting-text";

export type BookingRow = RouterOutputs["bookings"]["list"]["items"][number];

/** The columns of the queue; heads that the server can sort by are links. */
export function bookingColumns(view: BookingsView, now: string, timeZone: string): Column<BookingRow>[] {
  const sortBy = (sort: BookingsView["sort"], direction: "ascending" | "descending") => ({
    direction: view.sort === sort ? direction : null,
    href: viewHref({ ...view, ...firstPage, sort }),
  });
  return [
    {
      id: "number",
      head: "No.",
      width: "w-22",
      sort: sortBy("number", "descending"),
      cell: (row) => <span className="tabular-nums">{`BK-${row.number}`}</span>,
      card: "detail",
    },
    {
      id: "title",
      head: "Title",
      cell: (row) => <span title={row.title}>{row.title}</span>,
      card: "title",
    },
    {
      id: "client",
      head: "Client",
      width: "w-44",
      isSecondary: true,
      cell: (row) => <span title={row.clientName}>{row.clientName}</span>,
    },
    {
      id: "next",
      head: "Next date",
      width: "w-42",
      sort: sortBy("next_date", "ascending"),
      cell: (row) => <NextDate row={row} now={now} />,
    },
    {
      id: "dates",
      head: "Decided",
      width: "w-20",
      align: "end",
      isSecondary: true,
      cell: (row) => <DatesDecided row={row} />,
    },
    {
      id: "status",
      head: "Status",
      width: "w-52",
      cell: (row) => (
        <BookingStatus
          status={row.status}
          needsReapproval={row.needsReapproval}
          isOverridden={row.overridden === true}
        />
      ),
      card: "status",
    },
    {
      id: "waiting",
      head: "Waiting for",
      width: "w-40",
      isOpenEnded: true,
      isSecondary: true,
      sort: sortBy("waiting", "ascending"),
      cell: (row) => (
        <>
          {row.waitingFor === "nobody" ? null : <span className="sm:hidden">{"Waiting for "}</span>}
          <WaitingText
            waitingFor={row.waitingFor}
            waitingSince={row.waitingSince}
            now={now}
            timeZone={timeZone}
          />
        </>
      ),
    },
  ];
}

/** The next date on the venue's clock; a booking whose dates are all over shows its first, marked as past. */
function NextDate({ row, now }: { row: BookingRow; now: string }) {
  const { nextDate, firstDate, timeZone } = row;
  const at = nextDate ?? firstDate;
  if (at === null) return <span className="text-subtle">No dates</span>;
  const text = `${formatDate(at, timeZone, now)} ${formatClock(at, timeZone)}`;
  return (
    <time
      dateTime={at}
      title={`${text}, ${zoneLabel(timeZone)}`}
      className={nextDate === null ? "text-subtle tabular-nums" : "tabular-nums"}
    >
      {nextDate === null ? `${text}, over` : text}
    </time>
  );
}

function DatesDecided({ row }: { row: BookingRow }) {
  const decided = row.datesTotal - row.datesUndecided;
  return (
    <span title={`${decided} of ${row.datesTotal} dates decided`}>
      {`${decided} of ${row.datesTotal}`}
      <span className="sm:hidden"> decided</span>
    </span>
  );
}
