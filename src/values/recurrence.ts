import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { dayNumber, daysInMonth, isoWeekday, parseLocalDate } from "./civil";
import { type RecurrencePattern, recurrenceDatesMax, weekdays } from "./recurrence-pattern";
import { addMinutes, type ClockNote, endOfLocalDate, resolveLocalTime } from "./venue-time";

/** What a series means in dates. Server only. The library expands the rule, this file decides the rest. */

export interface SeriesDate {
  /** The wish on the venue's clock, `YYYY-MM-DDTHH:mm`. In a gap the real start is later. */
  localStart: string;
  /** ISO 8601 in UTC with milliseconds. */
  startsAt: string;
  /** `durationMinutes` of elapsed time after the start (domain.md rule 3). */
  endsAt: string;
  /** The start with the venue's offset, as payloads carry it. */
  offsetDateTime: string;
  /**
   * `gap` the clock skips this time, so it moved forward; `overlap` the clock shows it twice, the first counts;
   * `clamped` the month has no such day, so it is the last one. A clock note wins over `clamped`.
   */
  note: ClockNote | "clamped" | null;
}

export interface Series {
  /** RFC 5545 lines `DTSTART` and `RRULE`. Excluded and extra dates show in `dates` only. */
  rrule: string;
  /** By instant, strictly increasing. */
  dates: SeriesDate[];
  /** There are more than 366 dates; these are the first. */
  truncated: boolean;
}

interface RuleParts {
  freq: "DAILY" | "WEEKLY" | "MONTHLY";
  interval: number;
  byDay?: string[];
  byMonthDay?: number[];
  bySetPos?: number[];
}

/**
 * The dates a pattern means (domain.md rules 2, 4 and 5). Expects a pattern that its schema accepted.
 * Each date is computed on the venue's wall clock from the original start, then turned into an instant.
 * A date that a skipped day moves past `endDate`, or onto another date, is left out.
 * Throws RangeError for an unknown zone.
 */
export function expandRecurrence(pattern: RecurrencePattern): Series {
  const parts = ruleParts(pattern);
  const excluded = new Set(pattern.excludeDates ?? []);
  const until = endOfLocalDate(pattern.endDate, pattern.timeZone);
  const generated = generateLocalStarts(pattern, parts, excluded)
    .map((localStart) => toSeriesDate(localStart, pattern, isClamped(localStart, pattern) ? "clamped" : null))
    .filter((date) => date.startsAt < until);
  const extra = (pattern.extraDates ?? []).map((localStart) => toSeriesDate(localStart, pattern, null));
  const dates = sortAndDeduplicate([...generated, ...extra]);
  return {
    rrule: rruleText(pattern, parts, until),
    dates: dates.slice(0, recurrenceDatesMax),
    truncated: dates.length > recurrenceDatesMax,
  };
}

function ruleParts(pattern: RecurrencePattern): RuleParts {
  const { frequency, interval } = pattern;
  switch (frequency) {
    case "daily":
      return { freq: "DAILY", interval };
    case "weekly":
      return { freq: "WEEKLY", interval, byDay: weeklyDays(pattern) };
    case "monthly":
      return { freq: "MONTHLY", interval, ...monthlyParts(pattern) };
    default:
      return frequency satisfies never;
  }
}

function weeklyDays(pattern: RecurrencePattern): string[] {
  const wanted = new Set<string>(pattern.weekdays ?? []);
  if (wanted.size === 0) wanted.add(startWeekday(pattern));
  return weekdays.filter((weekday) => wanted.has(weekday));
}

/** The last of `28..31` that a month has is the clamped 31st: plain RFC 5545, no extension needed. */
function monthlyParts(pattern: RecurrencePattern): Pick<RuleParts, "byDay" | "byMonthDay" | "bySetPos"> {
  const day = Number(pattern.startLocal.slice(8, 10));
  if (pattern.monthlyRule === "weekday-position") {
    const position = Math.ceil(day / 7);
    return { byDay: [`${position === 5 ? -1 : position}${startWeekday(pattern)}`] };
  }
  if (day <= 28) return { byMonthDay: [day] };
  return { byMonthDay: [28, 29, 30, 31].filter((candidate) => candidate <= day), bySetPos: [-1] };
}

function startWeekday(pattern: RecurrencePattern): string {
  const start = parseLocalDate(pattern.startLocal);
  const weekday = start && weekdays[isoWeekday(dayNumber(start)) - 1];
  if (!weekday) throw new RangeError("The start is not a real date.");
  return weekday;
}

/**
 * Local starts, expanded as if the venue kept UTC: in a real zone the library would leave out the times that
 * a clock change skips, and these must move instead. One more than the cap is enough to know of truncation;
 * dates that end up on another date's instant are the reason for the small reserve.
 */
function generateLocalStarts(pattern: RecurrencePattern, parts: RuleParts, excluded: Set<string>): string[] {
  const rule = new RRuleTemporal({
    ...parts,
    dtstart: Temporal.PlainDateTime.from(pattern.startLocal).toZonedDateTime("UTC"),
    until: Temporal.PlainDateTime.from(`${pattern.endDate}T23:59:59`).toZonedDateTime("UTC"),
    cache: false,
  });
  const starts: string[] = [];
  rule.all((occurrence) => {
    const localStart = occurrence.toPlainDateTime().toString({ smallestUnit: "minute" });
    if (!excluded.has(localStart.slice(0, 10))) starts.push(localStart);
    return starts.length < recurrenceDatesMax + 10;
  });
  return starts;
}

function toSeriesDate(localStart: string, pattern: RecurrencePattern, dayNote: "clamped" | null): SeriesDate {
  const { instant, offsetDateTime, note } = resolveLocalTime(localStart, pattern.timeZone);
  return {
    localStart,
    startsAt: instant,
    endsAt: addMinutes(instant, pattern.durationMinutes),
    offsetDateTime,
    note: note ?? dayNote,
  };
}

function isClamped(localStart: string, pattern: RecurrencePattern): boolean {
  if (pattern.frequency !== "monthly" || pattern.monthlyRule === "weekday-position") return false;
  const date = parseLocalDate(localStart);
  const wantedDay = Number(pattern.startLocal.slice(8, 10));
  return date !== null && date.day < wantedDay && date.day === daysInMonth(date.year, date.month);
}

/** One date per instant; where a moved time meets a plain one, the plain one stays. */
function sortAndDeduplicate(dates: SeriesDate[]): SeriesDate[] {
  const byInstant = new Map<string, SeriesDate>();
  for (const date of dates) {
    const known = byInstant.get(date.startsAt);
    if (!known || (known.note === "gap" && date.note !== "gap")) byInstant.set(date.startsAt, date);
  }
  return [...byInstant.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

function rruleText(pattern: RecurrencePattern, parts: RuleParts, until: string): string {
  const lastSecond = addMinutes(until, -1 / 60).replace(/[-:]|\.\d+/g, "");
  const rule = [
    `FREQ=${parts.freq}`,
    `INTERVAL=${parts.interval}`,
    parts.byDay && `BYDAY=${parts.byDay.join(",")}`,
    parts.byMonthDay && `BYMONTHDAY=${parts.byMonthDay.join(",")}`,
    parts.bySetPos && `BYSETPOS=${parts.bySetPos.join(",")}`,
    `UNTIL=${lastSecond}`,
  ];
  const start = `${pattern.startLocal.replace(/[-:]/g, "")}00`;
  return `DTSTART;TZID=${pattern.timeZone}:${start}\nRRULE:${rule.filter(Boolean).join(";")}`;
}
