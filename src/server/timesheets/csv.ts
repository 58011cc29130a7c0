import type { TimesheetLine } from "@/modules/staffing/queries/timesheet";
import { csvRow } from "@/values/csv-cell";
import { localDateTime } from "@/values/venue-time";

const HEAD = [
  "Person",
  "Date",
  "Event",
  "Title",
  "Venue",
  "Time zone",
  "Role",
  "Planned start (venue time)",
  "Planned end (venue time)",
  "Checked in (venue time)",
  "Checked out (venue time)",
  "Break (minutes)",
  "Hours worked",
  "Paid hours",
  "Of these overtime",
  "State",
  "Correction",
  "Approved by",
] as const;

const PAY = ["Rate", "Currency", "Amount"] as const;

/** The lines of a timesheet, with pay where the reader may see it. Text is safe to open as a spreadsheet (S-23). */
export function timesheetCsv(
  lines: readonly TimesheetLine[],
  { withPay }: { readonly withPay: boolean },
): string {
  return [withPay ? [...HEAD, ...PAY] : HEAD, ...lines.map((line) => cellsOf(line, withPay))]
    .map(csvRow)
    .join("");
}

function cellsOf(line: TimesheetLine, withPay: boolean) {
  const clock = (instant: string | null) =>
    instant === null ? null : localDateTime(instant, line.timeZone).replace("T", " ");
  const cells = [
    line.person.name,
    line.date,
    `EV-${line.event.number}`,
    line.event.title,
    line.event.venueName,
    line.timeZone,
    line.role,
    clock(line.startsAt),
    clock(line.endsAt),
    clock(line.checkedInAt),
    clock(line.checkedOutAt),
    line.breakMinutes,
    line.hoursWorked,
    line.paidHours,
    line.overtimeHours,
    line.state,
    line.correction?.reason,
    line.approval?.byName,
  ];
  return withPay ? [...cells, line.pay?.rate, line.pay?.currency, line.pay?.amount] : cells;
}
