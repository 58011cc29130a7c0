import { monthTitle } from "@/components/month-days";
import { formatDate } from "@/values/format-time";
import { type CalendarView, spanOf } from "./calendar-view";

/** "October 2026", "Mon 12 Oct – Sun 18 Oct", "Wed 14 Oct"; the year where it is not that of today. */
export function rangeTitle(view: Pick<CalendarView, "show" | "month" | "on">, today: string): string {
  if (view.show === "month") return monthTitle(view.month ?? today.slice(0, 7));
  const { first, last } = spanOf(view, today);
  const words = (day: string) => formatDate(`${day}T12:00:00Z`, "UTC", `${today}T12:00:00Z`);
  return first === last ? words(first) : `${words(first)} – ${words(last)}`;
}
