import { eventHref } from "@/app/admin/_components/event-href";
import { StatusBadge } from "@/components/status-badge";
import { hoursLooks } from "@/components/status-looks/hours";
import type { Column } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { formatClock, formatDate, zoneLabel } from "@/values/format-time";
import { LineActs } from "./line-acts";
import { hoursFigure, moneyFigure, type TimesheetLine } from "./timesheet-line";

/** The columns of a timesheet; times are the venue's, hours decimal. */
export function timesheetColumns(now: string): Column<TimesheetLine>[] {
  return [
    { id: "person", head: "Person", width: "w-40", cell: ({ person }) => person.name, card: "title" },
    {
      id: "date",
      head: "Date",
      width: "w-24",
      cell: (line) => formatDate(line.startsAt, line.timeZone, now),
    },
    {
      id: "event",
      head: "Event",
      isSecondary: true,
      cell: ({ event, role }) => (
        <span title={`${event.title}, ${event.venueName}, ${role}`}>
          <TextLink href={eventHref(event.id)}>{`EV-${event.number}`}</TextLink>
          <span className="text-muted">{` ${role} · ${event.title}`}</span>
        </span>
      ),
    },
    { id: "times", head: "In–out", width: "w-36", cell: (line) => <Times line={line} /> },
    {
      id: "hours",
      head: "Hours",
      width: "w-20",
      align: "end",
      cell: ({ hoursWorked }) => hoursFigure(hoursWorked),
    },
    {
      id: "paid",
      head: "Paid",
      width: "w-20",
      align: "end",
      isSecondary: true,
      cell: ({ paidHours }) => hoursFigure(paidHours),
    },
    {
      id: "overtime",
      head: "Overtime",
      width: "w-20",
      align: "end",
      isSecondary: true,
      cell: ({ overtimeHours }) => (overtimeHours === 0 ? "" : hoursFigure(overtimeHours)),
    },
    {
      id: "pay",
      head: "Pay",
      width: "w-24",
      align: "end",
      isSecondary: true,
      cell: ({ pay }) => (pay?.amount == null ? "–" : moneyFigure(pay.amount, pay.currency)),
    },
    {
      id: "state",
      head: "State",
      width: "w-32",
      cell: (line) => <State line={line} />,
      card: "status",
    },
    {
      id: "acts",
      head: "Correct",
      width: "w-24",
      isOpenEnded: true,
      cell: (line) => <LineActs line={line} />,
    },
  ];
}

function Times({ line }: { line: TimesheetLine }) {
  const { checkedInAt, checkedOutAt, breakMinutes, timeZone } = line;
  if (checkedInAt === null) return <span className="text-muted">–</span>;
  const end = checkedOutAt === null ? "…" : formatClock(checkedOutAt, timeZone);
  return (
    <span className="tabular-nums" title={zoneLabel(timeZone)}>
      {`${formatClock(checkedInAt, timeZone)}–${end}`}
      {breakMinutes === 0 ? null : <span className="text-muted">{` −${breakMinutes} min`}</span>}
    </span>
  );
}

function State({ line }: { line: TimesheetLine }) {
  const { correction, approval } = line;
  const words = [
    ...(correction === null
      ? []
      : [
          `${correction.byName ?? "The agency"} corrected ${hoursFigure(correction.previousHours)}: ${correction.reason}`,
        ]),
    ...(approval === null ? [] : [`Approved by ${approval.byName ?? "the agency"}`]),
  ].join(". ");
  return (
    <span title={words === "" ? undefined : words}>
      <StatusBadge look={hoursLooks[line.state]} />
      {correction === null ? null : (
        <span className="ml-1 text-meta text-muted">
          corrected<span className="sr-only">{`: ${words}`}</span>
        </span>
      )}
    </span>
  );
}
