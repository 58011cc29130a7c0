import type { Route } from "next";
import type { MonthItem } from "@/components/month-grid";
import type { RouterOutputs } from "@/trpc/client";
import { formatClock } from "@/values/format-time";
import { localDateIn, localDaysOf } from "@/values/local-day";

export type CalendarEvent = RouterOutputs["events"]["calendar"]["events"][number];

/** One event on one of its days, on the venue's clock. */
export interface DayEntry {
  readonly event: CalendarEvent;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** "10:00" on the first day, "all day" between, "to 06:00" on the last. */
  readonly clock: string;
}

/** Every event once per day of its venue, so that one over midnight is on both (domain.md rule 7). */
export function dayEntries(
  events: readonly CalendarEvent[],
  shown: { readonly first: string; readonly last: string },
): DayEntry[] {
  const entries = events.flatMap((event) =>
    localDaysOf(event, event.timeZone, shown).map((date) => ({ event, date, clock: clockOn(date, event) })),
  );
  return entries.sort(byDayThenClock);
}

function clockOn(date: string, { startsAt, endsAt, timeZone }: CalendarEvent): string {
  if (date === localDateIn(startsAt, timeZone)) return formatClock(startsAt, timeZone);
  return date === localDateIn(endsAt, timeZone) ? `to ${formatClock(endsAt, timeZone)}` : "all day";
}

/** A venue's clock, not the instant, orders a day: 10:00 in Tokyo stands before 11:00 in Berlin. */
function byDayThenClock(one: DayEntry, other: DayEntry): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  return sortKey(one) < sortKey(other) ? -1 : 1;
}

/** What goes on from the day before stands first. */
function sortKey({ event, clock }: DayEntry): string {
  return `${/^\d/.test(clock) ? clock : "00:00-"} ${event.startsAt} ${event.id}`;
}

export function monthItems(entries: readonly DayEntry[], hrefOf: (eventId: string) => Route): MonthItem[] {
  return entries.map(({ event, date, clock }) => ({
    id: event.id,
    date,
    clock,
    title: event.title,
    state: event.status,
    isOnHold: event.onHold,
    href: hrefOf(event.id),
  }));
}
