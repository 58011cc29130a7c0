import { Temporal } from "temporal-polyfill";
import { type Instant, instantMs, isLocalDateTime } from "./civil";

/**
 * Wall clocks at a venue and the instants they mean. Server only: Temporal is too heavy for a phone.
 *
 * Instants come out as `2026-12-05T15:00:00.000Z`, local date-times as `YYYY-MM-DDTHH:mm`.
 */

/** Why a wall clock did not name exactly one instant: the clock skipped it, or showed it twice. */
export type ClockNote = "gap" | "overlap";

export interface ResolvedLocalTime {
  /** ISO 8601 in UTC with milliseconds. */
  instant: string;
  /** The start in the payload form of the event catalogue: `2026-12-05T10:00:00-05:00`. */
  offsetDateTime: string;
  /** What the venue's clock shows at `instant`; differs from the wish only in a gap. */
  localDateTime: string;
  note: ClockNote | null;
}

/**
 * The instant a wall clock means (domain.md rule 2): a time that the spring change skips moves forward by the
 * gap, a time that the autumn change repeats takes the first. `local` is `YYYY-MM-DDTHH:mm`.
 * Throws RangeError for an unknown zone or an impossible date.
 */
export function resolveLocalTime(local: string, timeZone: string): ResolvedLocalTime {
  const wanted = Temporal.PlainDateTime.from(local, { overflow: "reject" });
  const zoned = wanted.toZonedDateTime(timeZone, { disambiguation: "compatible" });
  return {
    instant: isoInstant(zoned.epochMilliseconds),
    offsetDateTime: offsetText(zoned),
    localDateTime: localText(zoned),
    note: clockNote(wanted, zoned),
  };
}

function clockNote(wanted: Temporal.PlainDateTime, zoned: Temporal.ZonedDateTime): ClockNote | null {
  if (!zoned.toPlainDateTime().equals(wanted)) return "gap";
  const later = wanted.toZonedDateTime(zoned.timeZoneId, { disambiguation: "later" });
  return later.epochMilliseconds === zoned.epochMilliseconds ? null : "overlap";
}

/** The instant of a moment at a venue, `venueMomentSchema`: ISO 8601 in UTC with milliseconds. */
export function instantAtVenue(moment: string, timeZone: string): string {
  return isLocalDateTime(moment) ? resolveLocalTime(moment, timeZone).instant : toIsoInstant(moment);
}

/** `2026-12-05T10:00:00-05:00`: the form of `eventDates` in payloads (event-catalogue). Seconds always, no fraction. */
export function toOffsetDateTime(instant: Instant, timeZone: string): string {
  return offsetText(zonedAt(instant, timeZone));
}

/** The venue's calendar date at an instant, `YYYY-MM-DD`. */
export function localDate(instant: Instant, timeZone: string): string {
  return zonedAt(instant, timeZone).toPlainDate().toString();
}

/** The venue's wall clock at an instant, `YYYY-MM-DDTHH:mm`. */
export function localDateTime(instant: Instant, timeZone: string): string {
  return localText(zonedAt(instant, timeZone));
}

/** First instant of a local date in the zone, which is not always 00:00. */
export function startOfLocalDate(date: string, timeZone: string): string {
  const start = Temporal.PlainDate.from(date, { overflow: "reject" }).toZonedDateTime(timeZone);
  return isoInstant(start.epochMilliseconds);
}

/** First instant after a local date: the end of the half-open day. */
export function endOfLocalDate(date: string, timeZone: string): string {
  const next = Temporal.PlainDate.from(date, { overflow: "reject" }).add({ days: 1 });
  return startOfLocalDate(next.toString(), timeZone);
}

/** An instant some elapsed minutes later (domain.md rule 3: durations are elapsed, never subtracted clocks). */
export function addMinutes(instant: Instant, minutes: number): string {
  return isoInstant(instantMs(instant) + minutes * 60_000);
}

/** Normalises any instant to ISO 8601 in UTC with milliseconds, so that equal instants are equal text. */
export function toIsoInstant(instant: Instant): string {
  return isoInstant(instantMs(instant));
}

function isoInstant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

function zonedAt(instant: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instantMs(instant)).toZonedDateTimeISO(timeZone);
}

function offsetText(zoned: Temporal.ZonedDateTime): string {
  return zoned.toString({ smallestUnit: "second", timeZoneName: "never" });
}

function localText(zoned: Temporal.ZonedDateTime): string {
  return zoned.toPlainDateTime().toString({ smallestUnit: "minute" });
}
