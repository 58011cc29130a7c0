"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { MonthGrid } from "@/components/month-grid";
import { ButtonLink } from "@/components/ui/button";
import type { RouterOutputs } from "@/trpc/client";
import { type DayEntry, monthItems } from "./calendar-items";
import { isAtToday, step } from "./calendar-steps";
import { rangeTitle } from "./calendar-title";
import { type CalendarView, daysOf, spanOf, viewHref } from "./calendar-view";
import { RangeHeader } from "./range-header";

/** Each view brings its own code: most visits are to one of them. */
const TimeGrid = dynamic(() => import("./time-grid").then((part) => part.TimeGrid));
const ManagerTimeline = dynamic(() => import("./manager-timeline").then((part) => part.ManagerTimeline));
const VenueTimeline = dynamic(() => import("./venue-timeline").then((part) => part.VenueTimeline));

export interface ShownCalendarProps {
  view: CalendarView;
  entries: readonly DayEntry[];
  leftOut: RouterOutputs["events"]["calendar"]["leftOut"];
  hrefOf: (eventId: string) => Route;
  /** The reader's own date, `YYYY-MM-DD`. */
  today: string;
  now: string;
}

const backWords = {
  month: "This month",
  day: "Today",
  week: "This week",
  managers: "This week",
  venues: "This week",
};

/** The days of the view, drawn as it says. */
export function ShownCalendar({ view, entries, leftOut, hrefOf, today, now }: ShownCalendarProps) {
  const closed = { ...view, day: null, open: null };
  const back = isAtToday(view) ? undefined : (
    <ButtonLink href={viewHref({ ...closed, month: null, on: null })}>{backWords[view.show]}</ButtonLink>
  );
  const moves = {
    previous: viewHref(step(view, -1, today)),
    next: viewHref(step(view, 1, today)),
    dayHref: (day: string) => viewHref({ ...view, open: null, day }),
  };
  if (view.show === "month") {
    return (
      <MonthGrid
        month={view.month ?? today.slice(0, 7)}
        today={today}
        items={monthItems(entries, hrefOf)}
        leftOut={new Map(leftOut.map(({ date, count }) => [date, count]))}
        {...moves}
        openDate={view.day}
        aside={back}
      />
    );
  }
  const { previous, next, dayHref } = moves;
  const shared = {
    days: daysOf(spanOf(view, today)),
    today,
    entries,
    hrefOf,
    dayHref,
    openId: view.open,
    now,
  };
  return (
    <section aria-label={rangeTitle(view, today)} className="min-w-0">
      <RangeHeader title={rangeTitle(view, today)} previous={previous} next={next} aside={back} />
      {view.show === "managers" ? <ManagerTimeline {...shared} /> : null}
      {view.show === "venues" ? <VenueTimeline {...shared} /> : null}
      {view.show === "week" || view.show === "day" ? <TimeGrid {...shared} /> : null}
    </section>
  );
}
