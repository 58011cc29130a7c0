"use client";

import { Card } from "@/components/ui/card";
import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { VenueEventRow } from "./venue-event-row";
import { VenueFacts } from "./venue-facts";
import { VenueIssues } from "./venue-issues";

export type VenueRecord = RouterOutputs["locations"]["byId"];

export interface VenuePanelsProps {
  venue: VenueRecord;
  now: string;
  /** Two columns on a page, one beside the list. */
  isPage?: boolean;
}

/** A venue: where it is, what comes there and whether that is agreed, what went wrong there. */
export function VenuePanels({ venue, now, isPage = false }: VenuePanelsProps) {
  const open = venue.events.filter(({ confirmed }) => !confirmed).length;
  return (
    <div
      className={isPage ? "grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]" : "grid gap-4"}
    >
      <div className="grid min-w-0 gap-4">
        <Card
          title="Coming events"
          isFlush
          aside={
            venue.events.length === 0 ? undefined : (
              <span className="text-cell text-muted">
                {open === 0 ? "All confirmed" : `${counted(open, "event")} to confirm`}
              </span>
            )
          }
        >
          {venue.events.length === 0 ? (
            <p className="px-4 py-3 text-cell text-muted">No event is planned here.</p>
          ) : (
            <ul className="divide-y divide-border">
              {venue.events.map((event) => (
                <VenueEventRow key={event.eventId} event={event} venue={venue} now={now} />
              ))}
            </ul>
          )}
        </Card>
      </div>
      <div className="grid min-w-0 gap-4">
        <Card title="Facts">
          <VenueFacts venue={venue} />
        </Card>
        <VenueIssues venue={venue} now={now} />
      </div>
    </div>
  );
}
