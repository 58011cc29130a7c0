/**
 * Gregorian calendar arithmetic on plain numbers, without a clock or a time zone. Safe in the browser.
 *
 * The day number counts from 1970-01-01. Local dates are `YYYY-MM-DD`, local date-times `YYYY-MM-DDTHH:mm`,
 * instants ISO 8601 with an offset or `Z`.
 */

/** An instant as it travels: ISO 8601 text with an offset, or the `Date` a database row carries. */
export type Instant = string | Date;

export interface CivilDate {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

const DAY_MS = 86_400_000;
const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month, `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isRealDate({ year, month, day }: CivilDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01, for years 0 to 9999. The year is taken to start in March, so leap days come last. */
export function dayNumber({ year, month, day }: CivilDate): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** ISO weekday of a day number: 1 is Monday, 7 is Sunday. */
export function isoWeekday(dayNumberValue: number): number {
  return ((((dayNumberValue + 3) % 7) + 7) % 7) + 1;
}

/** Splits `YYYY-MM-DD` (a longer text is read up to its date part). Null when it is no real date. */
export function parseLocalDate(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(text);
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDate(date) ? date : null;
}

/** `YYYY-MM-DD`. */
export function formatLocalDate({ year, month, day }: CivilDate): string {
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
}

/** True for `YYYY-MM-DDTHH:mm` naming a real calendar date and a time from 00:00 to 23:59. */
export function isLocalDateTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && parseLocalDate(text) !== null;
}

/**
 * Epoch milliseconds of an instant. Finer fractions are cut.
 * Throws RangeError when text is not ISO 8601 with an offset: a local time is not an instant.
 */
export function instantMs(instant: Instant): number {
  if (typeof instant !== "string") return instant.getTime();
  const match = INSTANT.exec(instant);
  const date = match && parseLocalDate(instant);
  if (!match || !date) throw new RangeError("Not an ISO 8601 instant with an offset.");
  const clockMs = (Number(match[4]) * 60 + Number(match[5])) * 60_000 + Number(match[6] ?? 0) * 1000;
  const fractionMs = Number((match[7] ?? "").slice(0, 3).padEnd(3, "0"));
  return dayNumber(date) * DAY_MS + clockMs + fractionMs - offsetMs(match[8] ?? "Z");
}

function offsetMs(offset: string): number {
  if (offset === "Z") return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return (offset.startsWith("-") ? -minutes : minutes) * 60_000;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
