import { type CivilDate, dayNumber, daysInMonth, formatLocalDate, isoWeekday } from "./civil";
import { impossible, inRange, lowerFirst, missing, type Sloppy, type SloppyBounds } from "./sloppy-result";

/**
 * Dates as people type them (U-20), with errors in a fixed order: what is missing, what is impossible, what is
 * out of range (U-29). Safe in the browser.
 */

export type DateOrder = "dmy" | "mdy" | "ymd";

export interface SloppyDateOptions extends SloppyBounds {
  /** How to read `03/04/2026`. Day first unless told. */
  order?: DateOrder;
  /** With true a date that only fits another order is impossible; else `10/14/2026` is understood either way. */
  isOrderFixed?: boolean;
}

type DateParts = { [part in keyof CivilDate]: number | null };

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Reads a date into `YYYY-MM-DD`: "14 Oct 2026", "October 14th, 2026", "14.10.26", "10/14/2026", "20261014". */
export function parseSloppyDate(text: string, options: SloppyDateOptions): Sloppy {
  const { label } = options;
  const cleaned = text.trim().toLowerCase().replace(/\s+/g, " ");
  if (cleaned === "") return missing(`Enter the ${lowerFirst(label)}: day, month and year.`);
  const parts = readNumericDate(cleaned, options) ?? readWordDate(cleaned);
  if (!parts) return impossible(`${label} cannot be read as a date. Write day, month and year.`);
  const date = completeDate(parts);
  if (!date) return missing(`${label} needs a ${missingParts(parts)}. Write day, month and year.`);
  return impossibleDate(date, cleaned, label) ?? inRange(formatLocalDate(date), options);
}

/** Three numbers, or eight digits in ISO order. A four-digit start is the year, whatever the order says. */
function readNumericDate(cleaned: string, options: SloppyDateOptions): DateParts | null {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(cleaned);
  const match = compact ?? /^(\d{1,4})(?: ?[./-] ?| )(\d{1,2})(?:(?: ?[./-] ?| )(\d{1,4})?)?$/.exec(cleaned);
  if (!match) return null;
  const [first, second, third] = [match[1] ?? "", match[2] ?? "", match[3]];
  if (first.length >= 3) return { year: readYear(first), month: Number(second), day: toNumber(third) };
  const { order = "dmy", isOrderFixed = false } = options;
  if (order === "ymd" && third !== undefined && third.length <= 2) {
    return { year: readYear(first), month: Number(second), day: Number(third) };
  }
  const [day, month] = order === "mdy" ? [Number(second), Number(first)] : [Number(first), Number(second)];
  const isSwapped = !isOrderFixed && month > 12 && day <= 12;
  return { year: readYear(third), month: isSwapped ? day : month, day: isSwapped ? month : day };
}

/** A month by name; the number of three or four digits is the year, else the later one. */
function readWordDate(cleaned: string): DateParts | null {
  const words = cleaned.replace(/(\d)(?:st|nd|rd|th)\b/g, "$1").split(/[\s,./-]+/);
  let month: number | null = null;
  const numbers: string[] = [];
  for (const word of words) {
    if (/^\d{1,4}$/.test(word)) numbers.push(word);
    else if (monthOf(word) !== null && month === null) month = monthOf(word);
    else if (word !== "" && word !== "of" && weekdayOf(word) === null) return null;
  }
  if ((month === null && numbers.length === 0) || numbers.length > 2) return null;
  const isYearFirst = (numbers[0] ?? "").length >= 3;
  const [day, year] = isYearFirst ? [numbers[1], numbers[0]] : [numbers[0], numbers[1]];
  return { year: readYear(year), month, day: toNumber(day) };
}

function completeDate({ year, month, day }: DateParts): CivilDate | null {
  return year === null || month === null || day === null ? null : { year, month, day };
}

function missingParts(parts: DateParts): string {
  const names = (["day", "month", "year"] as const).filter((part) => parts[part] === null);
  return names.join(" and a ");
}

function impossibleDate(date: CivilDate, cleaned: string, label: string): Sloppy | null {
  const { year, month, day } = date;
  if (month < 1 || month > 12) return impossible(`${label} has the month ${month}. Months go from 1 to 12.`);
  if (year < 1900) return impossible(`${label} has the year ${year}. Write all four digits.`);
  const name = monthNames[month - 1];
  if (day < 1 || day > daysInMonth(year, month)) {
    return impossible(
      `${label} has the day ${day}, but ${name} ${year} has ${daysInMonth(year, month)} days.`,
    );
  }
  const said = cleaned
    .split(/[\s,./-]+/)
    .map(weekdayOf)
    .find((weekday) => weekday !== null);
  const real = isoWeekday(dayNumber(date));
  if (said === undefined || said === real) return null;
  return impossible(
    `${label}: ${day} ${name} ${year} is a ${weekdayNames[real - 1]}. Correct the day or the date.`,
  );
}

function monthOf(word: string): number | null {
  if (word.length < 3) return null;
  const index = monthNames.findIndex((name) => name.toLowerCase().startsWith(word));
  return index < 0 ? null : index + 1;
}

function weekdayOf(word: string): number | null {
  if (word.length < 2) return null;
  const index = weekdayNames.findIndex((name) => name.toLowerCase().startsWith(word));
  return index < 0 ? null : index + 1;
}

/** Two digits mean this century. */
function readYear(text: string | undefined): number | null {
  if (text === undefined || text === "") return null;
  return text.length <= 2 ? 2000 + Number(text) : Number(text);
}

function toNumber(text: string | undefined): number | null {
  return text === undefined || text === "" ? null : Number(text);
}
