"use client";

import type { Route } from "next";
import type { DaySpan } from "@/app/admin/calendar/_components/calendar-view";
import { cn } from "@/components/ui/cn";
import { formatDate } from "@/values/format-time";
import { type Board, byDay, HALF_HOURS } from "./board-days";
import { OpenCell } from "./open-cell";
import { PersonRow } from "./person-row";

export interface BoardProps {
  board: Board;
  span: DaySpan;
  days: readonly string[];
  today: string;
  now: string;
  /** Asks for a place: whom, or whoever is chosen from the ranking. */
  onAsk: (slotId: string, person: { id: string; name: string } | null) => void;
}

export interface BoardTableProps extends BoardProps {
  dayHref: (day: string) => Route;
}

const headClass = "h-8 border-b border-border bg-sunken px-2 text-left text-meta font-medium text-muted";

/** A column per day, the hours of one where it is alone; a row for what is open, then one per person. */
export function BoardTable({ dayHref, ...props }: BoardTableProps) {
  const { board, span, days, today, now } = props;
  const open = byDay(board.open, span);
  const isOneDay = days.length === 1;
  return (
    <div className="overflow-x-auto rounded-card border border-border bg-surface">
      <table
        aria-label="Shifts by person and day"
        className={cn(
          "w-full table-fixed border-separate border-spacing-0",
          days.length > 7 ? "min-w-[112rem]" : "min-w-4xl",
        )}
      >
        <thead>
          <tr>
            <th scope="col" className={cn(headClass, "sticky left-0 z-bar w-44")}>
              Person
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className={cn(headClass, "border-l")}>
                {isOneDay ? <Hours /> : <DayHead day={day} isToday={day === today} now={now} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th
              scope="row"
              className="sticky left-0 z-bar border-b border-border bg-sunken px-2 py-1.5 text-left align-top text-cell font-medium"
            >
              Open shifts
            </th>
            {days.map((day) => (
              <OpenCell
                key={day}
                day={day}
                events={open.get(day) ?? []}
                isWide={isOneDay}
                dayHref={dayHref}
                onAsk={props.onAsk}
              />
            ))}
          </tr>
          {board.people.map((person) => (
            <PersonRow key={person.id} person={person} {...props} />
          ))}
          {board.people.length === 0 ? (
            <tr>
              <td colSpan={days.length + 1} className="px-3 py-6 text-cell text-muted">
                Nobody matches these filters.
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

function DayHead({ day, isToday, now }: { day: string; isToday: boolean; now: string }) {
  return (
    <time
      dateTime={day}
      aria-current={isToday ? "date" : undefined}
      className={cn(isToday && "rounded-full bg-accent px-2 py-0.5 font-semibold text-on-accent")}
    >
      {formatDate(`${day}T12:00:00Z`, "UTC", now)}
    </time>
  );
}

const EVERY_HOURS = 3;

/** The clock over one day. */
function Hours() {
  const hours = Array.from({ length: 24 / EVERY_HOURS }, (_, place) => place * EVERY_HOURS);
  return (
    <span
      className="grid tabular-nums"
      style={{ gridTemplateColumns: `repeat(${HALF_HOURS}, minmax(0, 1fr))` }}
    >
      {hours.map((hour) => (
        <span key={hour} style={{ gridColumn: `${hour * 2 + 1} / span ${EVERY_HOURS * 2}` }}>
          {`${String(hour).padStart(2, "0")}:00`}
        </span>
      ))}
    </span>
  );
}
