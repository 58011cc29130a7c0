import { shiftMonth } from "@/components/month-days";
import { shiftDay } from "@/values/local-day";
import type { CalendarShow, CalendarView } from "./calendar-view";

/** The views and how one goes on in them. */

export const showWords: Readonly<Record<CalendarShow, string>> = {
  month: "Month",
  week: "Week",
  day: "Day",
  managers: "By manager",
  venues: "By venue",
};

/** So many months, weeks or days on, or back when negative, with nothing open beside it. */
export function step(view: CalendarView, by: number, today: string): CalendarView {
  const closed = { ...view, day: null, open: null };
  if (view.show === "month") return { ...closed, month: shiftMonth(view.month ?? today.slice(0, 7), by) };
  return { ...closed, on: shiftDay(view.on ?? today, view.show === "day" ? by : by * 7) };
}

/** The same time in another view: the month of the shown day, or the first day of another month. */
export function shownAs(view: CalendarView, show: CalendarShow, today: string): CalendarView {
  const next = { ...view, show, day: null, open: null };
  if (show === view.show) return next;
  if (show === "month") return { ...next, month: view.on === null ? null : view.on.slice(0, 7), on: null };
  if (view.show !== "month") return next;
  const isThisMonth = view.month === null || view.month === today.slice(0, 7);
  return { ...next, on: isThisMonth ? null : `${view.month}-01`, month: null };
}

/** True when the view shows today because the address names no other time. */
export function isAtToday(view: CalendarView): boolean {
  return view.show === "month" ? view.month === null : view.on === null;
}
