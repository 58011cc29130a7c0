"use client";

import type { Route } from "next";
import { PageLink } from "@/components/ui/page-link";
import { EventStatus } from "@/app/admin/events/_components/event-status";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { DetailPane } from "@/components/ui/detail-pane";
import { EmptyState } from "@/components/ui/empty-state";
import { VenueTime } from "@/components/venue-time";
import type { DayEntry } from "./calendar-items";

export interface DayPaneProps {
  /** "Mon 23 Nov". */
  title: string;
  entries: readonly DayEntry[];
  closeHref: Route;
  onClose: () => void;
  hrefOf: (eventId: string) => Route;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** All events of one day, in full. */
export function DayPane({ title, entries, closeHref, onClose, hrefOf, now, timeZone }: DayPaneProps) {
  const panel = usePanelKey();
  return (
    <DetailPane
      ref={panel}
      title={title}
      label={`Events of ${title}`}
      closeHref={closeHref}
      onClose={onClose}
    >
      {entries.length === 0 ? (
        <EmptyState title="No events on this day">Approved dates of bookings stand here.</EmptyState>
      ) : (
        <ul className="-mx-4 -my-3 divide-y divide-border">
          {entries.map(({ event }) => (
            <li key={event.id}>
              <PageLink
                href={hrefOf(event.id)}
                scroll={false}
                className="grid gap-1 px-4 py-2.5 text-cell -outline-offset-2! hover:bg-canvas"
              >
                <span className="font-medium wrap-anywhere">{event.title}</span>
                <VenueTime
                  startsAt={event.startsAt}
                  endsAt={event.endsAt}
                  timeZone={event.timeZone}
                  now={now}
                  viewerZone={timeZone}
                />
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
                  <EventStatus event={event} />
                  {`EV-${event.number} at ${event.venue.name}`}
                </span>
              </PageLink>
            </li>
          ))}
        </ul>
      )}
    </DetailPane>
  );
}
