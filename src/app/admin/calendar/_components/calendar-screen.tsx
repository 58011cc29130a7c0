"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { List } from "lucide-react";
import type { Route } from "next";
import { useQueryStates } from "nuqs";
import { PlaceFilters, usePlaceNames } from "@/app/admin/_components/place-filters";
import { EventPane } from "@/app/admin/events/_components/event-pane";
import { problemOf } from "@/components/form/problem-of";
import { shiftMonth } from "@/components/month-days";
import { MonthGrid } from "@/components/month-grid";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PanelError } from "@/components/ui/error-state";
import { FilterBar, FilterChip } from "@/components/ui/filter-chips";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { formatDate, zoneLabel } from "@/values/format-time";
import { dayEntries, monthItems } from "./calendar-items";
import { type CalendarView, calendarInputOf, shownDays, viewHref, viewParsers } from "./calendar-view";
import { DayPane } from "./day-pane";

export interface CalendarScreenProps {
  now: string;
  /** The reader's own zone. */
  timeZone: string;
  /** The reader's own date, `YYYY-MM-DD`. */
  today: string;
}

/** A month of events in the days of their venues, with a day or an event open beside it. */
export function CalendarScreen({ now, timeZone, today }: CalendarScreenProps) {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates(viewParsers);
  const change = (part: Partial<CalendarView>) => void setView(part, { history: "push", scroll: false });
  const month = view.month ?? today.slice(0, 7);
  const calendar = useQuery({
    ...trpc.events.calendar.queryOptions(calendarInputOf(view, month)),
    placeholderData: keepPreviousData,
  });
  const entries = dayEntries(calendar.data?.events ?? [], shownDays(month));
  const closed: Partial<CalendarView> = { day: null, open: null };
  const hrefOf = (eventId: string): Route => viewHref({ ...view, open: eventId });
  return (
    <DeskPanes
      pane={
        <Pane view={view} entries={entries} hrefOf={hrefOf} onChange={change} now={now} timeZone={timeZone} />
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
        <CalendarFilters view={view} onFilter={(part) => change({ ...closed, ...part })} />
        {calendar.isError && calendar.data === undefined ? (
          <PanelError
            what="The calendar"
            reference={problemOf(calendar.error).requestId}
            onRetry={() => void calendar.refetch()}
          />
        ) : null}
        {calendar.data?.truncated === true ? (
          <Notice tone="caution" title="Not all events are shown">
            This month holds more than one page can draw. Choose a client or a venue.
          </Notice>
        ) : null}
        {calendar.isPending ? <Skeleton className="h-160" /> : null}
        {calendar.data === undefined ? null : (
          <div className={calendar.isPlaceholderData ? "opacity-60" : undefined}>
            <MonthGrid
              month={month}
              today={today}
              items={monthItems(entries, hrefOf)}
              previous={viewHref({ ...view, ...closed, month: shiftMonth(month, -1) })}
              next={viewHref({ ...view, ...closed, month: shiftMonth(month, 1) })}
              dayHref={(day) => viewHref({ ...view, open: null, day })}
              openDate={view.day}
              aside={
                month === today.slice(0, 7) ? undefined : (
                  <ButtonLink href={viewHref({ ...view, ...closed, month: null })}>This month</ButtonLink>
                )
              }
            />
          </div>
        )}
      </PageBody>
    </DeskPanes>
  );
}

interface PaneProps extends Pick<CalendarScreenProps, "now" | "timeZone"> {
  view: CalendarView;
  entries: ReturnType<typeof dayEntries>;
  hrefOf: (eventId: string) => Route;
  onChange: (part: Partial<CalendarView>) => void;
}

/** The open event; without one the listed day, to which a closed event leads back. */
function Pane({ view, entries, hrefOf, onChange, now, timeZone }: PaneProps) {
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
  if (day === null) return null;
  return (
    <DayPane
      title={formatDate(`${day}T12:00:00Z`, "UTC", now)}
      entries={entries.filter(({ date }) => date === day)}
      closeHref={viewHref({ ...view, day: null })}
      onClose={() => onChange({ day: null })}
      hrefOf={hrefOf}
      now={now}
      timeZone={timeZone}
    />
  );
}

interface CalendarFiltersProps {
  view: CalendarView;
  onFilter: (part: Partial<CalendarView>) => void;
}

function CalendarFilters({ view, onFilter }: CalendarFiltersProps) {
  const { client, venue } = view;
  const names = usePlaceNames(view);
  const isNarrowed = client !== null || venue !== null;
  return (
    <FilterBar {...(isNarrowed && { onClear: () => onFilter({ client: null, venue: null }) })}>
      <PlaceFilters client={client} venue={venue} onFilter={onFilter} />
      {client === null ? null : (
        <FilterChip label="Client" value={names.client} onRemove={() => onFilter({ client: null })} />
      )}
      {venue === null ? null : (
        <FilterChip label="Venue" value={names.venue} onRemove={() => onFilter({ venue: null })} />
      )}
    </FilterBar>
  );
}
