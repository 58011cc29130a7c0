import type { Route } from "next";
import { cn } from "@/components/ui/cn";
import { PageLink } from "@/components/ui/page-link";
import { formatDate } from "@/values/format-time";
import type { DayEntry } from "./calendar-items";
import { EventChip } from "./event-chip";
import { type DayBlock, type DayLayout, layOutDay, shownHours } from "./time-grid-layout";

const HOUR_REM = 3;

export interface TimeGridProps {
  /** `YYYY-MM-DD`, one or seven of them. */
  days: readonly string[];
  today: string;
  entries: readonly DayEntry[];
  hrefOf: (eventId: string) => Route;
  /** Where all of a day is listed. */
  dayHref: (date: string) => Route;
  openId: string | null;
  now: string;
}

/** Days side by side on the clocks of their venues; on a phone a list. */
export function TimeGrid({ days, today, entries, hrefOf, dayHref, openId, now }: TimeGridProps) {
  const columnsMax = days.length === 1 ? 8 : 3;
  const layouts = days.map((day) =>
    layOutDay(
      entries.filter(({ date }) => date === day),
      columnsMax,
    ),
  );
  const hours = shownHours(layouts);
  const shared = { hours, hrefOf, openId };
  return (
    <>
      <DayLists {...{ days, today, entries, hrefOf, openId, now }} />
      <div
        className="hidden overflow-hidden rounded-card border border-border bg-surface sm:grid"
        style={{ gridTemplateColumns: `3.5rem repeat(${days.length}, minmax(0, 1fr))` }}
      >
        <span className="border-b border-border bg-sunken" />
        {days.map((day, index) => (
          <DayHead
            key={day}
            day={day}
            isToday={day === today}
            hidden={layouts[index]?.hidden ?? 0}
            href={dayHref(day)}
            now={now}
          />
        ))}
        <HourNames hours={hours} />
        {days.map((day, index) => (
          <DayColumn key={day} day={day} layout={layouts[index]} isToday={day === today} {...shared} />
        ))}
      </div>
    </>
  );
}

interface DayHeadProps {
  day: string;
  isToday: boolean;
  hidden: number;
  href: Route;
  now: string;
}

function DayHead({ day, isToday, hidden, href, now }: DayHeadProps) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-2 border-b border-l border-border bg-sunken px-2 text-meta">
      <time
        dateTime={day}
        aria-current={isToday ? "date" : undefined}
        className={cn(
          "truncate font-medium text-muted",
          isToday && "rounded-full bg-accent px-2 font-semibold text-on-accent",
        )}
      >
        {formatDate(`${day}T12:00:00Z`, "UTC", now)}
      </time>
      {hidden === 0 ? null : (
        <PageLink href={href} scroll={false} className="whitespace-nowrap text-muted hover:underline">
          {`+${hidden} more`}
        </PageLink>
      )}
    </div>
  );
}

type Hours = ReturnType<typeof shownHours>;

function hoursOf({ first, last }: Hours): number[] {
  return Array.from({ length: last - first }, (_, index) => first + index);
}

function HourNames({ hours }: { hours: Hours }) {
  return (
    <div aria-hidden="true">
      {hoursOf(hours).map((hour) => (
        <span
          key={hour}
          style={{ height: `${HOUR_REM}rem` }}
          className="block px-2 pt-0.5 text-right text-meta text-subtle tabular-nums"
        >
          {`${String(hour).padStart(2, "0")}:00`}
        </span>
      ))}
    </div>
  );
}

interface DayColumnProps {
  day: string;
  layout: DayLayout | undefined;
  hours: Hours;
  isToday: boolean;
  hrefOf: (eventId: string) => Route;
  openId: string | null;
}

function DayColumn({ day, layout, hours, isToday, hrefOf, openId }: DayColumnProps) {
  const blocks = layout?.blocks ?? [];
  return (
    <ol
      aria-label={day}
      className={cn("relative border-l border-border", isToday && "bg-canvas")}
      style={{ height: `${(hours.last - hours.first) * HOUR_REM}rem` }}
    >
      {hoursOf(hours).map((hour) => (
        <li
          key={hour}
          aria-hidden="true"
          style={{ height: `${HOUR_REM}rem` }}
          className="border-b border-border last:border-0"
        />
      ))}
      {blocks.map((block) => (
        <li key={block.entry.event.id} className="absolute p-px" style={placeOf(block, hours)}>
          <EventChip
            entry={block.entry}
            href={hrefOf(block.entry.event.id)}
            isOpen={block.entry.event.id === openId}
            below={block.entry.event.venue.name}
            className="h-full"
          />
        </li>
      ))}
    </ol>
  );
}

function placeOf({ fromMinute, toMinute, column, columns }: DayBlock, { first }: Hours) {
  const rem = (minutes: number) => `${(minutes / 60) * HOUR_REM}rem`;
  return {
    top: rem(fromMinute - first * 60),
    height: rem(toMinute - fromMinute),
    left: `${(column / columns) * 100}%`,
    width: `${100 / columns}%`,
  };
}

type DayListsProps = Pick<TimeGridProps, "days" | "today" | "entries" | "hrefOf" | "openId" | "now">;

/** The same days for a phone: those that have something, one below the other. */
function DayLists({ days, today, entries, hrefOf, openId, now }: DayListsProps) {
  const shown = days.filter((day) => day === today || entries.some(({ date }) => date === day));
  return (
    <ol className="grid gap-4 sm:hidden">
      {shown.map((day) => {
        const ofDay = entries.filter(({ date }) => date === day);
        return (
          <li key={day} className="grid gap-1">
            <h3 className="text-cell font-semibold">{formatDate(`${day}T12:00:00Z`, "UTC", now)}</h3>
            {ofDay.length === 0 ? <p className="text-cell text-muted">Nothing on this day.</p> : null}
            {ofDay.map((entry) => (
              <EventChip
                key={entry.event.id}
                entry={entry}
                href={hrefOf(entry.event.id)}
                isOpen={entry.event.id === openId}
                below={entry.event.venue.name}
              />
            ))}
          </li>
        );
      })}
    </ol>
  );
}
