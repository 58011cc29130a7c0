"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { List } from "lucide-react";
import type { Route } from "next";
import { useQueryStates } from "nuqs";
import { problemOf } from "@/components/form/problem-of";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { useTRPC } from "@/trpc/client";
import { formatDate, zoneLabel } from "@/values/format-time";
import { CalendarFilters } from "./calendar-filters";
import { dayEntries } from "./calendar-items";
import { CalendarPane } from "./calendar-pane";
import { showWords, shownAs } from "./calendar-steps";
import { type CalendarView, shownInputOf, shows, spanOf, viewHref, viewParsers } from "./calendar-view";
import { ShownCalendar } from "./shown-calendar";

export interface CalendarScreenProps {
  now: string;
  /** The reader's own zone. */
  timeZone: string;
  /** The reader's own date, `YYYY-MM-DD`. */
  today: string;
}

/** Events in the days of their venues, by month, week, day, manager or venue, with a day or an event open beside. */
export function CalendarScreen({ now, timeZone, today }: CalendarScreenProps) {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates(viewParsers);
  const change = (part: Partial<CalendarView>) => void setView(part, { history: "push", scroll: false });
  const span = spanOf(view, today);
  const calendar = useQuery({
    ...trpc.events.calendar.queryOptions(shownInputOf(view, today)),
    placeholderData: keepPreviousData,
  });
  const entries = dayEntries(calendar.data?.events ?? [], span);
  const hrefOf = (eventId: string): Route => viewHref({ ...view, open: eventId });
  return (
    <DeskPanes
      pane={
        <CalendarPane
          view={view}
          entries={entries}
          hrefOf={hrefOf}
          onChange={change}
          now={now}
          timeZone={timeZone}
        />
      }
    >
      <PageBody>
        <PageHeader
          title="Calendar"
          meta={`Each event stands in the days of its venue. Today is ${formatDate(now, timeZone, now)}, ${zoneLabel(timeZone)}.`}
          actions={
            <ButtonLink href="/admin/events" icon={<List />}>
              List
            </ButtonLink>
          }
        />
        <Tabs
          label="Views of the calendar"
          items={shows.map((show) => ({
            label: showWords[show],
            href: viewHref(shownAs(view, show, today)),
            isCurrent: show === view.show,
          }))}
        />
        <CalendarFilters view={view} onFilter={(part) => change({ day: null, open: null, ...part })} />
        {calendar.isError && calendar.data === undefined ? (
          <PanelError
            what="The calendar"
            reference={problemOf(calendar.error).requestId}
            onRetry={() => void calendar.refetch()}
          />
        ) : null}
        {calendar.data?.truncated === true ? (
          <Notice tone="caution" title="Not all events are shown">
            These days hold more than one page can draw. Choose a client or a venue.
          </Notice>
        ) : null}
        {calendar.isPending ? <Skeleton className="h-160" /> : null}
        {calendar.data === undefined ? null : (
          <div className={calendar.isPlaceholderData ? "opacity-60" : undefined}>
            <ShownCalendar
              view={view}
              entries={entries}
              leftOut={calendar.data.leftOut}
              hrefOf={hrefOf}
              today={today}
              now={now}
            />
          </div>
        )}
      </PageBody>
    </DeskPanes>
  );
}
