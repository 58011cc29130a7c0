import { ChevronLeft, ChevronRight, CirclePause } from "lucide-react";
import type { Route } from "next";
import { PageLink } from "@/components/ui/page-link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { spellDate } from "@/components/form/spell-date";
import { cn } from "@/components/ui/cn";
import { toneClass } from "@/components/ui/tone";
import { type MonthDay, monthTitle, monthWeeks } from "./month-days";
import { type EventState, eventLooks } from "./status-looks/events";

export interface MonthItem {
  id: string;
  /** `YYYY-MM-DD` on the venue's clock; an event past midnight is given once per day (rule 7). */
  date: string;
  /** "10:00" at the venue; on the later days of an event that goes on, when it ends: "to 06:00". */
  clock: string;
  isOnHold?: boolean;
  title: string;
  state: EventState;
  href: Route;
}

export interface MonthGridProps {
  /** `YYYY-MM`. */
  month: string;
  /** `YYYY-MM-DD`, marked. */
  today: string;
  items: readonly MonthItem[];
  /** Further events by date that `items` does not hold. */
  leftOut?: ReadonlyMap<string, number>;
  previous: Route;
  next: Route;
  /** Where all of a day is listed. */
  dayHref: (date: string) => Route;
  /** The day that is listed. */
  openDate?: string | null;
  /** Beside the month's name: filters, a legend. */
  aside?: ReactNode;
}

const SHOWN_MAX = 4;
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A month of events; on a phone a list of the days that have any. */
export function MonthGrid(props: MonthGridProps) {
  const { month, today, items, leftOut, previous, next, dayHref, openDate, aside } = props;
  const byDate = groupItems(items);
  return (
    <section aria-label={monthTitle(month)} className="@container min-w-0">
      <header className="flex flex-wrap items-center gap-2 pb-3">
        <h2 className="mr-auto text-title tabular-nums">{monthTitle(month)}</h2>
        {aside}
        <ButtonLink href={previous} icon={<ChevronLeft />}>
          Previous
        </ButtonLink>
        <ButtonLink href={next}>
          Next
          <ChevronRight />
        </ButtonLink>
      </header>
      <div className="overflow-hidden rounded-card border border-border bg-surface">
        <div aria-hidden="true" className="hidden grid-cols-7 border-b border-border bg-sunken sm:grid">
          {weekdays.map((weekday) => (
            <span key={weekday} className="px-2 py-1.5 text-meta font-medium text-muted">
              {weekday}
            </span>
          ))}
        </div>
        <ol className="grid sm:grid-cols-7 sm:gap-px sm:bg-border">
          {monthWeeks(month)
            .flat()
            .map((day, index) => (
              <Day
                key={day.date}
                day={day}
                weekday={weekdays[index % 7] ?? ""}
                isToday={day.date === today}
                isOpen={day.date === openDate}
                items={byDate.get(day.date) ?? []}
                leftOut={leftOut?.get(day.date) ?? 0}
                href={dayHref(day.date)}
              />
            ))}
        </ol>
      </div>
    </section>
  );
}

interface DayProps {
  day: MonthDay;
  weekday: string;
  isToday: boolean;
  isOpen: boolean;
  items: readonly MonthItem[];
  leftOut: number;
  href: Route;
}

function Day({ day, weekday, isToday, isOpen, items, leftOut, href }: DayProps) {
  const total = items.length + leftOut;
  const shown = total > SHOWN_MAX ? items.slice(0, SHOWN_MAX - 1) : items;
  return (
    <li
      className={cn(
        "min-w-0 p-1.5 max-sm:border-b max-sm:border-border max-sm:px-4 max-sm:py-2 sm:min-h-28",
        dayGround({ isOpen, isInMonth: day.isInMonth }),
        !day.isInMonth && "text-subtle max-sm:hidden",
        total === 0 && !isToday && "max-sm:hidden",
      )}
    >
      <time
        dateTime={day.date}
        aria-current={isToday ? "date" : undefined}
        className={cn(
          "mb-1 inline-flex h-5 min-w-5 items-center justify-center rounded-full px-1 text-meta",
          isToday && "bg-accent font-semibold text-on-accent",
        )}
      >
        <span className="mr-1 sm:hidden">{weekday}</span>
        {day.day}
      </time>
      <ul className="grid grid-cols-1 gap-0.5">
        {shown.map((item) => (
          <li key={item.id}>
            <DayItem item={item} />
          </li>
        ))}
        {shown.length < total ? (
          <li>
            <PageLink
              href={href}
              scroll={false}
              className="flex min-h-target items-center px-1.5 text-meta text-muted hover:text-text hover:underline"
            >
              {`+${total - shown.length} more`}
              <span className="sr-only">{` on ${spellDate(day.date)}`}</span>
            </PageLink>
          </li>
        ) : null}
      </ul>
    </li>
  );
}

function dayGround({ isOpen, isInMonth }: { isOpen: boolean; isInMonth: boolean }): string {
  if (isOpen) return "bg-selected";
  return isInMonth ? "bg-surface" : "bg-canvas";
}

function DayItem({ item }: { item: MonthItem }) {
  const { label, tone, icon: Icon } = eventLooks[item.state];
  return (
    <PageLink
      href={item.href}
      scroll={false}
      title={`${item.clock} ${item.title}, ${label}${item.isOnHold === true ? ", on hold" : ""}`}
      className={cn(
        "flex min-h-6 min-w-0 items-center gap-x-1 rounded-badge sm:@max-4xl:flex-wrap sm:@max-4xl:py-0.5 px-1.5 text-meta -outline-offset-1 hover:underline [&_.lucide]:size-3.5",
        toneClass[tone],
      )}
    >
      <Icon />
      <span className="sr-only">{`${label}, `}</span>
      <span className="whitespace-nowrap tabular-nums">{item.clock}</span>
      <span
        className={cn(
          "truncate font-medium sm:@max-4xl:order-last sm:@max-4xl:basis-full",
          item.state === "cancelled" && "line-through",
        )}
      >
        {item.title}
      </span>
      {item.isOnHold === true ? (
        <span className="ml-auto text-on-caution">
          <CirclePause />
          <span className="sr-only">On hold</span>
        </span>
      ) : null}
    </PageLink>
  );
}

function groupItems(items: readonly MonthItem[]): Map<string, MonthItem[]> {
  const groups = new Map<string, MonthItem[]>();
  for (const item of items) groups.set(item.date, [...(groups.get(item.date) ?? []), item]);
  return groups;
}
