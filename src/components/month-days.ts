import { type CivilDate, dayNumber, daysInMonth, formatLocalDate, isoWeekday } from "@/values/civil";

export interface MonthDay {
  /** `YYYY-MM-DD`. */
  date: string;
  day: number;
  /** False for the days of the neighboring months that fill the first and last week. */
  isInMonth: boolean;
}

/** The weeks of a month, Monday first, whole weeks only. `month` is `YYYY-MM`; throws RangeError otherwise. */
export function monthWeeks(month: string): MonthDay[][] {
  const first = firstOf(month);
  const lead = isoWeekday(dayNumber(first)) - 1;
  const total = daysInMonth(first.year, first.month);
  const weekCount = Math.ceil((lead + total) / 7);
  return Array.from({ length: weekCount }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => dayOf(first, week * 7 + weekday - lead)),
  );
}

/** The month `offset` months away, as `YYYY-MM`. */
export function shiftMonth(month: string, offset: number): string {
  const { year, month: number } = firstOf(month);
  const index = year * 12 + number - 1 + offset;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** "October 2026". */
export function monthTitle(month: string): string {
  firstOf(month);
  return new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
}

function firstOf(month: string): CivilDate {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (!match) throw new RangeError("A month is written YYYY-MM.");
  return { year: Number(match[1]), month: Number(match[2]), day: 1 };
}

/** The day `offset` days after the first, which may lie in a neighboring month. */
function dayOf(first: CivilDate, offset: number): MonthDay {
  const total = daysInMonth(first.year, first.month);
  if (offset >= 0 && offset < total) return monthDay({ ...first, day: offset + 1 }, true);
  const isBefore = offset < 0;
  const index = first.year * 12 + first.month - 1 + (isBefore ? -1 : 1);
  const neighbor = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const day = isBefore ? daysInMonth(neighbor.year, neighbor.month) + offset + 1 : offset - total + 1;
  return monthDay({ ...neighbor, day }, false);
}

function monthDay(date: CivilDate, isInMonth: boolean): MonthDay {
  return { date: formatLocalDate(date), day: date.day, isInMonth };
}
