"use client";

import type { Route } from "next";
import { type DragEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { counted } from "@/values/count-words";
import { formatDate } from "@/values/format-time";
import type { DayEntry } from "./calendar-items";
import { DRAGGED_EVENT } from "./dragged-event";
import type { Lane } from "./lanes";
import { LaneCell } from "./lane-cell";
import { LaneLists } from "./lane-lists";

/** Lanes shown at first: those who are free are many, and the page has to stay quick. */
const LANES_AT_FIRST = 30;

export interface TimelineProps {
  /** "Manager" or "Venue". */
  head: string;
  lanes: readonly Lane[];
  days: readonly string[];
  today: string;
  hrefOf: (eventId: string) => Route;
  dayHref: (date: string) => Route;
  openId: string | null;
  /** Present where an event can be given to the owner of a lane. */
  onAssign?: (eventId: string, managerId: string | null) => void;
  now: string;
}

/** A row per manager or venue, a column per day. An event is dragged onto a manager's row, or given by its button. */
export function Timeline(props: TimelineProps) {
  const { head, lanes, days, today, now } = props;
  const [shown, setShown] = useState(LANES_AT_FIRST);
  const busy = lanes.filter((lane) => lane.events > 0 || lane.id === null).length;
  const count = Math.max(shown, busy);
  if (lanes.length === 0) {
    return <EmptyState title="No events in these days">Approved dates of bookings stand here.</EmptyState>;
  }
  return (
    <>
      <div className="sm:hidden">
        <LaneLists {...props} />
      </div>
      <div className="hidden overflow-x-auto rounded-card border border-border bg-surface sm:block">
        <table
          aria-label={`Timeline by ${head.toLowerCase()}`}
          className="w-full min-w-4xl table-fixed border-separate border-spacing-0"
        >
          <thead>
            <tr>
              <th scope="col" className={cn(headClass, "sticky left-0 z-bar w-44")}>
                {head}
              </th>
              {days.map((day) => (
                <th key={day} scope="col" className={cn(headClass, "border-l")}>
                  <time
                    dateTime={day}
                    aria-current={day === today ? "date" : undefined}
                    className={cn(
                      day === today && "rounded-full bg-accent px-2 py-0.5 font-semibold text-on-accent",
                    )}
                  >
                    {formatDate(`${day}T12:00:00Z`, "UTC", now)}
                  </time>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lanes.slice(0, count).map((lane) => (
              <LaneRow key={lane.id ?? "nobody"} lane={lane} {...props} />
            ))}
          </tbody>
        </table>
        {lanes.length > count ? (
          <footer className="px-3 py-2">
            <Button onClick={() => setShown(lanes.length)}>
              {`Show ${counted(lanes.length - count, "more lane")} without events`}
            </Button>
          </footer>
        ) : null}
      </div>
    </>
  );
}

const headClass = "h-8 border-b border-border bg-sunken px-2 text-left text-meta font-medium text-muted";

function LaneRow({ lane, ...timeline }: { lane: Lane } & TimelineProps) {
  const { days, onAssign } = timeline;
  const [isOver, setIsOver] = useState(false);
  const takes = (event: DragEvent) =>
    onAssign !== undefined && lane.id !== null && event.dataTransfer.types.includes(DRAGGED_EVENT);
  const drop = (event: DragEvent) => {
    if (!takes(event)) return;
    event.preventDefault();
    setIsOver(false);
    onAssign?.(event.dataTransfer.getData(DRAGGED_EVENT), lane.id);
  };
  return (
    <tr
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) {
          setIsOver(false);
        }
      }}
      onDrop={drop}
      className={isOver ? "bg-selected" : undefined}
    >
      <th
        scope="row"
        className={cn(
          "sticky left-0 z-bar border-b border-border px-2 py-1.5 text-left align-top text-cell font-medium",
          isOver ? "bg-selected" : lane.id === null && onAssign ? "bg-caution text-on-caution" : "bg-surface",
        )}
      >
        <span className="block truncate" title={lane.name}>
          {lane.name}
        </span>
        <span className="block text-meta font-normal text-muted">
          {lane.events === 0 ? "Free" : counted(lane.events, "event")}
        </span>
      </th>
      {days.map((day) => (
        <LaneCell key={day} day={day} entries={entriesOn(lane, day)} {...timeline} />
      ))}
    </tr>
  );
}

function entriesOn(lane: Lane, day: string): readonly DayEntry[] {
  return lane.days.get(day) ?? [];
}
