import { type DateOrder, parseSloppyDate } from "@/values/sloppy-date";
import { parseSloppyTime } from "@/values/sloppy-time";
import { localDateTime } from "@/values/venue-time";
import { type ImportProblem, importProblem } from "./problems";

/** Dates and times in cells of a file. */

const TIME_AT_END = /[T\s,]+(\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)$/i;
const WITH_OFFSET =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const NUMERIC = /^(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})\b/;

/**
 * The order that the dates of a column agree on; a day above 12 tells. `null` when there are numeric dates and
 * none of them does. Where they disagree the majority counts, and the others are impossible dates.
 */
export function detectDateOrder(
  texts: Iterable<string>,
): { order: DateOrder } | { order: null; example: string } {
  let [dayFirst, monthFirst] = [0, 0];
  let example: string | null = null;
  for (const text of texts) {
    const match = NUMERIC.exec(text.trim());
    if (!match) continue;
    if (Number(match[1]) > 12) dayFirst += 1;
    if (Number(match[2]) > 12) monthFirst += 1;
    if (match[1] !== match[2]) example ??= match[0];
  }
  if (dayFirst === 0 && monthFirst === 0 && example !== null) return { order: null, example };
  return { order: dayFirst > monthFirst ? "dmy" : "mdy" };
}

interface MomentOptions {
  order: DateOrder;
  timeZone: string;
}

/**
 * A cell as a local date-time `YYYY-MM-DDTHH:mm` on the venue's clock. A cell that carries its own offset is
 * converted to that clock. Seconds are cut.
 */
export function readMoment(
  text: string,
  place: { row: number; column: string },
  { order, timeZone }: MomentOptions,
): { local: string } | { problem: ImportProblem } {
  const cleaned = text.trim();
  if (cleaned === "") return { problem: importProblem("value-missing", place) };
  const { dateText, timeText, isInstant } = splitMoment(cleaned);
  const date = parseSloppyDate(dateText, { label: place.column, order, isOrderFixed: true });
  if (!date.ok) return { problem: importProblem("date-wrong", place, date.message) };
  if (timeText === null) return { problem: importProblem("time-missing", place) };
  const clock = parseSloppyTime(timeText, { label: place.column });
  if (!clock.ok) return { problem: importProblem("date-wrong", place, clock.message) };
  return { local: isInstant ? localDateTime(cleaned, timeZone) : `${date.value}T${clock.value}` };
}

function splitMoment(cleaned: string): { dateText: string; timeText: string | null; isInstant: boolean } {
  const instant = WITH_OFFSET.exec(cleaned);
  if (instant) return { dateText: instant[1] ?? "", timeText: instant[2] ?? "", isInstant: true };
  const time = TIME_AT_END.exec(cleaned);
  const dateText = time ? cleaned.slice(0, time.index) : cleaned;
  return { dateText, timeText: time?.[1] ?? null, isInstant: false };
}
