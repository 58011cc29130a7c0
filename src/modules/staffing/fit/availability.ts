import { dayNumber, instantMs, isoWeekday, parseLocalDate } from "@/values/civil";
import { formatWindow } from "@/values/format-time";
import type { TimeWindow } from "@/values/time-window";
import {
  endOfLocalDate,
  localDate,
  resolveLocalTime,
  startOfLocalDate,
  toIsoInstant,
} from "@/values/venue-time";
import type { Blocker, Candidate, ClockHours, Exception, Shift, Warning } from "./shapes";

/** Whether a person is free, by what their own wall clock shows on each day of the shift. */

interface Free {
  readonly candidate: Candidate;
  readonly shift: Shift;
  readonly timeZone: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface AvailabilityAnswer {
  readonly blockers: readonly Blocker[];
  readonly warnings: readonly Warning[];
}

/**
 * Time off blocks, so does a shift that reaches beyond the hours somebody gave; who never said any is only warned
 * of. An exception holds before the weekly pattern, time off before added hours.
 */
export function availabilityOf(candidate: Candidate, shift: Shift): AvailabilityAnswer {
  const free: Free = { candidate, shift, timeZone: candidate.timeZone ?? shift.timeZone };
  const off = candidate.exceptions.find((exception) => isOffDuring(exception, free));
  if (off) return { blockers: [offBlocker(off, free)], warnings: [] };
  if (isCovered(spanOf(shift), freeSpans(free))) return { blockers: [], warnings: [] };
  return candidate.weekly === null ? unsaid(candidate) : { blockers: [beyondHours(free)], warnings: [] };
}

function unsaid({ name }: Candidate): AvailabilityAnswer {
  const sentence = `${name} has not said when they are free.`;
  return { blockers: [], warnings: [{ kind: "availability", sentence, cause: { kind: "weekly" } }] };
}

function offBlocker({ id, note }: Exception, { shift, timeZone }: Free): Blocker {
  const during = formatWindow(shift, timeZone, shift.startsAt);
  return {
    kind: "availability",
    sentence: `Time off during ${during}${note === "" ? "" : `: ${note}`}.`,
    cause: { kind: "exception", exceptionId: id },
    isOverridable: true,
  };
}

function beyondHours({ shift, timeZone }: Free): Blocker {
  return {
    kind: "availability",
    sentence: `Not free for all of ${formatWindow(shift, timeZone, shift.startsAt)}.`,
    cause: { kind: "weekly" },
    isOverridable: true,
  };
}

function isOffDuring(exception: Exception, { shift, timeZone }: Free): boolean {
  if (exception.kind !== "off") return false;
  const wanted = spanOf(shift);
  return datesOf(shift, timeZone)
    .filter((date) => isOn(exception, date))
    .map((date) => spanOn(date, exception.hours, timeZone))
    .some(({ start, end }) => start < wanted.end && wanted.start < end);
}

/** When they are free on the days of the shift, in order. */
function freeSpans({ candidate, shift, timeZone }: Free): readonly Span[] {
  const { weekly, exceptions } = candidate;
  return datesOf(shift, timeZone)
    .flatMap((date) => {
      const weekday = weekdayOf(date);
      const added = exceptions.filter((exception) => exception.kind === "available" && isOn(exception, date));
      return [
        ...(weekly ?? []).filter((hours) => hours.weekday === weekday),
        ...added.map(({ hours }) => hours),
      ].map((hours) => spanOn(date, hours, timeZone));
    })
    .sort((one, other) => one.start - other.start);
}

/** Touching and overlapping spans count as one. */
function isCovered(wanted: Span, free: readonly Span[]): boolean {
  let reached = wanted.start;
  for (const { start, end } of free) {
    if (start <= reached) reached = Math.max(reached, end);
  }
  return reached >= wanted.end;
}

function isOn({ fromDate, untilDate }: Exception, date: string): boolean {
  return fromDate <= date && date <= untilDate;
}

function weekdayOf(date: string): number {
  const civil = parseLocalDate(date);
  if (!civil) throw new RangeError("Not a date.");
  return isoWeekday(dayNumber(civil));
}

function spanOf({ startsAt, endsAt }: TimeWindow): Span {
  return { start: instantMs(startsAt), end: instantMs(endsAt) };
}

/** Hours of a date on the zone's clock as instants; all of it for null. A clock that the day skips moves on. */
function spanOn(date: string, hours: ClockHours | null, timeZone: string): Span {
  const from =
    hours === null || hours.from === "00:00"
      ? startOfLocalDate(date, timeZone)
      : at(date, hours.from, timeZone);
  const to =
    hours === null || hours.to === "24:00" ? endOfLocalDate(date, timeZone) : at(date, hours.to, timeZone);
  return { start: instantMs(from), end: instantMs(to) };
}

function at(date: string, clock: string, timeZone: string): string {
  return resolveLocalTime(`${date}T${clock}`, timeZone).instant;
}

/** The dates on the zone's calendar that a shift touches. */
function datesOf({ startsAt, endsAt }: Shift, timeZone: string): readonly string[] {
  const dates: string[] = [];
  let cursor = toIsoInstant(startsAt);
  while (instantMs(cursor) < instantMs(endsAt)) {
    const date = localDate(cursor, timeZone);
    dates.push(date);
    cursor = endOfLocalDate(date, timeZone);
  }
  return dates;
}
