"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { EventPane } from "@/app/admin/events/_components/event-pane";
import { formatDate } from "@/values/format-time";
import { useTRPC } from "@/trpc/client";
import { type DayEntry, dayEntries } from "./calendar-items";
import { type CalendarView, calendarInputOf, viewHref } from "./calendar-view";
import { DayPane } from "./day-pane";

export interface CalendarPaneProps {
  view: CalendarView;
  entries: readonly DayEntry[];
  hrefOf: (eventId: string) => Route;
  onChange: (part: Partial<CalendarView>) => void;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** The open event; without one the listed day, to which a closed event leads back. */
export function CalendarPane({ view, entries, hrefOf, onChange, now, timeZone }: CalendarPaneProps) {
  const { day, open } = view;
  if (open !== null) {
    return (
      <EventPane
        key={open}
        eventId={open}
        closeHref={viewHref({ ...view, open: null })}
        onClose={() => onChange({ open: null })}
        now={now}
        timeZone={timeZone}
      />
    );
  }
  return day === null ? null : (
    <ListedDay day={day} {...{ view, entries, hrefOf, onChange, now, timeZone }} />
  );
}

/** All of one day; until they are there, those that the calendar shows. */
function ListedDay({
  day,
  view,
  entries,
  hrefOf,
  onChange,
  now,
  timeZone,
}: CalendarPaneProps & { day: string }) {
  const trpc = useTRPC();
  const span = { first: day, last: day };
  const all = useQuery(trpc.events.calendar.queryOptions(calendarInputOf(view, span)));
  const shown = entries.filter(({ date }) => date === day);
  return (
    <DayPane
      title={formatDate(`${day}T12:00:00Z`, "UTC", now)}
      entries={all.data ? dayEntries(all.data.events, span) : shown}
      closeHref={viewHref({ ...view, day: null })}
      onClose={() => onChange({ day: null })}
      hrefOf={hrefOf}
      now={now}
      timeZone={timeZone}
    />
  );
}
