import { dayNumber, isoWeekday, parseLocalDate } from "@/values/civil";
import { shiftDay } from "@/values/local-day";

/** Both days count, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface NamedPeriod extends Period {
  readonly label: string;
}

/** The stretches of time that timesheets are usually asked for, by the day it is; the first one opens. */
export function namedPeriods(now: string): readonly [NamedPeriod, ...NamedPeriod[]] {
  const today = now.slice(0, 10);
  const monday = shiftDay(today, 1 - weekdayOf(today));
  const first = `${today.slice(0, 7)}-01`;
  const beforeFirst = shiftDay(first, -1);
  return [
    { label: "This week", from: monday, to: shiftDay(monday, 6) },
    { label: "Last week", from: shiftDay(monday, -7), to: shiftDay(monday, -1) },
    { label: "This month", from: first, to: shiftDay(firstOfNext(first), -1) },
    { label: "Last month", from: `${beforeFirst.slice(0, 7)}-01`, to: beforeFirst },
  ];
}

function weekdayOf(date: string): number {
  const civil = parseLocalDate(date);
  return civil === null ? 1 : isoWeekday(dayNumber(civil));
}

/** The first of the month after the one that begins on this date. */
function firstOfNext(first: string): string {
  return `${shiftDay(first, 31).slice(0, 7)}-01`;
}
