import { dayNumber, isoWeekday, parseLocalDate } from "@/values/civil";

/** A series in words, as far as its first date is known. Pure. */

export const weekdayNames = {
  MO: "Mon",
  TU: "Tue",
  WE: "Wed",
  TH: "Thu",
  FR: "Fri",
  SA: "Sat",
  SU: "Sun",
} as const;

const LONG_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const POSITIONS = ["first", "second", "third", "fourth", "last"];

/** The shortest month has as many days: a later day has to be clamped somewhere. */
const SAFE_DAY = 28;

/** What the two monthly rules mean for a first date: "On day 31, else on the month's last day". */
export function monthlyRuleWords(firstDate: string): { dayOfMonth: string; weekdayPosition: string } {
  const date = parseLocalDate(firstDate);
  if (!date) {
    return {
      dayOfMonth: "On the same day of the month",
      weekdayPosition: "On the same weekday of the month",
    };
  }
  const weekday = LONG_NAMES[isoWeekday(dayNumber(date)) - 1] ?? "day";
  const position = POSITIONS[Math.ceil(date.day / 7) - 1] ?? "last";
  const clamped = date.day > SAFE_DAY ? ", or the last day of a shorter month" : "";
  return {
    dayOfMonth: `On day ${date.day}${clamped}`,
    weekdayPosition: `On the ${position} ${weekday} of the month`,
  };
}

const UNITS = { daily: ["day", "days"], weekly: ["week", "weeks"], monthly: ["month", "months"] } as const;

export interface SeriesInWords {
  readonly frequency: keyof typeof UNITS;
  readonly interval: number;
  readonly weekdays?: readonly (keyof typeof weekdayNames)[] | undefined;
  readonly monthlyRule?: "day-of-month" | "weekday-position" | undefined;
  readonly startLocal: string;
  /** Already spelled. */
  readonly until: string;
}

/** "Every 2 weeks on Tue and Thu, until Wed 30 Jun 2027". */
export function seriesWords(series: SeriesInWords): string {
  const [one, many] = UNITS[series.frequency];
  const every = series.interval === 1 ? `Every ${one}` : `Every ${series.interval} ${many}`;
  return `${every}${onWords(series)}, until ${series.until}`;
}

function onWords({ frequency, weekdays, monthlyRule, startLocal }: SeriesInWords): string {
  if (frequency === "weekly" && weekdays && weekdays.length > 0) {
    const names = weekdays.map((weekday) => weekdayNames[weekday]);
    return ` on ${new Intl.ListFormat("en-GB").format(names)}`;
  }
  if (frequency !== "monthly") return "";
  const words = monthlyRuleWords(startLocal.slice(0, 10));
  const chosen = monthlyRule === "weekday-position" ? words.weekdayPosition : words.dayOfMonth;
  return ` ${chosen.charAt(0).toLowerCase()}${chosen.slice(1)}`;
}
