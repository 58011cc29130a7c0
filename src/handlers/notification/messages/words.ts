import { formatClock, formatDate, zoneLabel } from "@/values/format-time";
import type { Names } from "./message";

const LISTED_MAX = 3;
const QUOTE_MAX = 300;

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** `BK-1042`. */
export function bookingCode(names: Pick<Names, "bookingNumber">): string {
  return `BK-${names.bookingNumber}`;
}

/** "is" for one, "are" for more. */
export function isOrAre(count: number): string {
  return count === 1 ? "is" : "are";
}

/** “Autumn tour” at Bryant Park. */
export function whatAndWhere(names: Pick<Names, "bookingTitle" | "venueName">): string {
  return `${quoted(names.bookingTitle)} at ${names.venueName}`;
}

/** Somebody's own words in quotation marks, cut after 300 characters. */
export function quoted(text: string): string {
  const trimmed = text.trim();
  const points = [...trimmed];
  return `“${points.length > QUOTE_MAX ? `${points.slice(0, QUOTE_MAX - 1).join("")}…` : trimmed}”`;
}

/** "Sat 5 Dec 10:00 and Sat 12 Dec 10:00, New York time"; of more than three the rest is counted. */
export function datesInWords(
  dates: readonly string[],
  { timeZone, now }: Pick<Names, "timeZone" | "now">,
): string {
  const listed = dates.length > LISTED_MAX ? dates.slice(0, LISTED_MAX - 1) : dates;
  const rest = dates.length - listed.length;
  const words = listed.map((date) => startInWords(date, { timeZone, now }));
  return `${list.format(rest > 0 ? [...words, `${rest} more`] : words)}, ${zoneLabel(timeZone)}`;
}

/** "Sat 5 Dec 10:00" on the venue's clock. */
export function startInWords(date: string, { timeZone, now }: Pick<Names, "timeZone" | "now">): string {
  return `${formatDate(date, timeZone, now)} ${formatClock(date, timeZone)}`;
}

/** "dates, venue and notes". */
export function listInWords(words: readonly string[]): string {
  return list.format(words);
}

const FIELD_WORDS: ReadonlyMap<string, string> = new Map([
  ["title", "title"],
  ["locationIds", "venue"],
  ["eventDates", "dates"],
  ["schedule", "dates"],
  ["plan", "activity plan"],
  ["contact", "contact"],
  ["notes", "notes"],
]);

/** The fields of a booking as people call them, each once. A field inside another is named by the outer one. */
export function fieldsInWords(fields: readonly string[]): string {
  const words = fields.map(
    (field) => FIELD_WORDS.get(field) ?? FIELD_WORDS.get(field.split(".")[0] ?? "") ?? field,
  );
  return listInWords([...new Set(words)]);
}
