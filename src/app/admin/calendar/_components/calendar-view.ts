import { createParser, createSerializer, type inferParserType } from "nuqs/server";
import { parseAsUuid } from "@/app/admin/_components/uuid-parser";
import { monthWeeks } from "@/components/month-days";
import type { RouterInputs } from "@/trpc/client";
import { parseLocalDate } from "@/values/civil";
import { shiftDay } from "@/values/local-day";

/** The calendar as its address says it (U-5). Used by the page on the server and by the screen. */

/** Months that the server's calendar can hold; further ones are as if they were not there. */
const isMonth = (text: string) => /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text);

const parseAsMonth = createParser({
  parse: (text) => (isMonth(text) ? text : null),
  serialize: (month: string) => month,
});

const parseAsDay = createParser({
  parse: (text) => (isMonth(text.slice(0, 7)) && text.length === 10 && parseLocalDate(text) ? text : null),
  serialize: (day: string) => day,
});

export const viewParsers = {
  /** `YYYY-MM`; null is the month of the reader's today. */
  month: parseAsMonth,
  client: parseAsUuid,
  venue: parseAsUuid,
  /** The day that is listed beside the month. */
  day: parseAsDay,
  /** The event that is open beside the month. */
  open: parseAsUuid,
};

export type CalendarView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

/** The address of the calendar as the view has it. */
export function viewHref(view: Partial<CalendarView>): "/admin/calendar" | `/admin/calendar?${string}` {
  const query = serialize(view).slice(1);
  return query === "" ? "/admin/calendar" : `/admin/calendar?${query}`;
}

/** The first and last day that the month's weeks show, each `YYYY-MM-DD`. */
export function shownDays(month: string): { readonly first: string; readonly last: string } {
  const days = monthWeeks(month).flat();
  return { first: days[0]?.date ?? `${month}-01`, last: days.at(-1)?.date ?? `${month}-28` };
}

/** The instants of the shown days wherever on earth: clocks run from 14 hours ahead of UTC to 12 behind. */
export function calendarInputOf(view: CalendarView, month: string): RouterInputs["events"]["calendar"] {
  const { first, last } = shownDays(month);
  return {
    from: `${shiftDay(first, -1)}T10:00:00Z`,
    to: `${shiftDay(last, 1)}T12:00:00Z`,
    ...(view.client !== null && { clientId: view.client }),
    ...(view.venue !== null && { locationId: view.venue }),
  };
}
