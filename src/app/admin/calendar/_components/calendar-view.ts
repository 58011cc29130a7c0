import { createParser, createSerializer, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { parseAsUuid } from "@/app/admin/_components/uuid-parser";
import { monthWeeks } from "@/components/month-days";
import type { RouterInputs } from "@/trpc/client";
import { dayNumber, isoWeekday, parseLocalDate } from "@/values/civil";
import { shiftDay } from "@/values/local-day";

/** The calendar as its address says it (U-5). Used by the page on the server and by the screen. */

/** Months that the server's calendar can hold; further ones are as if they were not there. */
const isMonth = (text: string) => /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text);

const parseAsMonth = createParser({
  parse: (text) => (isMonth(text) ? text : null),
  serialize: (month: string) => month,
});

export const parseAsDay = createParser({
  parse: (text) => (isMonth(text.slice(0, 7)) && text.length === 10 && parseLocalDate(text) ? text : null),
  serialize: (day: string) => day,
});

export const shows = ["month", "week", "day", "managers", "venues"] as const;
export type CalendarShow = (typeof shows)[number];

export const viewParsers = {
  show: parseAsStringLiteral(shows).withDefault("month"),
  /** `YYYY-MM`; null is the month of the reader's today. */
  month: parseAsMonth,
  /** A day of the shown week, or the shown day; null is the reader's today. */
  on: parseAsDay,
  client: parseAsUuid,
  venue: parseAsUuid,
  /** The day that is listed beside the calendar. */
  day: parseAsDay,
  /** The event that is open beside the calendar. */
  open: parseAsUuid,
};

export type CalendarView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

/** The address of the calendar as the view has it. */
export function viewHref(view: Partial<CalendarView>): "/admin/calendar" | `/admin/calendar?${string}` {
  const query = serialize(view).slice(1);
  return query === "" ? "/admin/calendar" : `/admin/calendar?${query}`;
}

/** Both ends are shown, each `YYYY-MM-DD`. */
export interface DaySpan {
  readonly first: string;
  readonly last: string;
}

/** The first and last day that the month's weeks show. */
export function shownDays(month: string): DaySpan {
  const days = monthWeeks(month).flat();
  return { first: days[0]?.date ?? `${month}-01`, last: days.at(-1)?.date ?? `${month}-28` };
}

/** The days that the view shows; `today` is the reader's own date. */
export function spanOf(view: Pick<CalendarView, "show" | "month" | "on">, today: string): DaySpan {
  const on = view.on ?? today;
  switch (view.show) {
    case "month":
      return shownDays(view.month ?? today.slice(0, 7));
    case "day":
      return { first: on, last: on };
    case "week":
    case "managers":
    case "venues":
      return weekOf(on);
    default:
      return view.show satisfies never;
  }
}

/** Monday to Sunday. */
export function weekOf(date: string): DaySpan {
  const civil = parseLocalDate(date);
  if (!civil) throw new RangeError("A day is written YYYY-MM-DD.");
  const first = shiftDay(date, 1 - isoWeekday(dayNumber(civil)));
  return { first, last: shiftDay(first, 6) };
}

/** Every day of a span, in order. */
export function daysOf({ first, last }: DaySpan): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = shiftDay(day, 1)) days.push(day);
  return days;
}

/** Events of one day that a month draws; the others are counted, and listed beside it. */
export const MONTH_PER_DAY = 4;

/** What the calendar asks the server for: of a month a few events of each day, else all. */
export function shownInputOf(
  view: Pick<CalendarView, "show" | "client" | "venue" | "month" | "on">,
  today: string,
): RouterInputs["events"]["calendar"] {
  const input = calendarInputOf(view, spanOf(view, today));
  return view.show === "month" ? { ...input, perDayMax: MONTH_PER_DAY } : input;
}

/** The instants of the shown days wherever on earth: clocks run from 14 hours ahead of UTC to 12 behind. */
export function calendarInputOf(
  view: Pick<CalendarView, "client" | "venue">,
  { first, last }: DaySpan,
): RouterInputs["events"]["calendar"] {
  return {
    from: `${shiftDay(first, -1)}T10:00:00Z`,
    to: `${shiftDay(last, 1)}T12:00:00Z`,
    ...(view.client !== null && { clientId: view.client }),
    ...(view.venue !== null && { locationId: view.venue }),
  };
}
