import { Clock } from "lucide-react";
import type { Route } from "next";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import type { RouterOutputs } from "@/trpc/client";
import { clockChangeWords } from "./event-words";

export type EventRecord = RouterOutputs["events"]["byId"];

export interface EventFactsProps {
  event: EventRecord;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** What is known of one event: where, when, for whom, and why it does not go on. */
export function EventFacts({ event, now, timeZone }: EventFactsProps) {
  const note = clockChangeWords(event.clockNote);
  return (
    <div className="grid gap-4">
      {event.holdReason === null ? null : (
        <Notice tone="caution" title="On hold">
          {event.holdReason}
        </Notice>
      )}
      {event.cancelledReason === null ? null : <Notice title="Cancelled">{event.cancelledReason}</Notice>}
      <Facts
        facts={[
          {
            label: "When",
            value: (
              <>
                <VenueTime
                  startsAt={event.startsAt}
                  endsAt={event.endsAt}
                  timeZone={event.timeZone}
                  now={now}
                  viewerZone={timeZone}
                />
                {note === null ? null : (
                  <span className="mt-0.5 flex items-center gap-1 text-on-caution">
                    <Clock className="size-3.5!" />
                    {note}
                  </span>
                )}
              </>
            ),
          },
          { label: "Venue", value: `${event.venue.name}, ${event.venue.city}` },
          { label: "Client", value: event.client.name },
          {
            label: "Booking",
            value: (
              <TextLink href={`/admin/bookings/${event.booking.id}` as Route} className="tabular-nums">
                {`BK-${event.booking.number}`}
              </TextLink>
            ),
          },
          { label: "Field manager", value: event.manager?.name ?? "Nobody yet" },
        ]}
      />
    </div>
  );
}
