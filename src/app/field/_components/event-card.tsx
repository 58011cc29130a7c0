"use client";

import { PageLink } from "@/components/ui/page-link";
import { useNow } from "@/components/use-now";
import { VenueTime } from "@/components/venue-time";
import { EventBadges } from "./event-head";
import { type EventRecord, eventHref, type MyEvent } from "./event-record";
import { concernsOf } from "./readiness-words";

export interface EventCardProps {
  event: MyEvent;
  now: string;
}

/** An event in a list: the whole card opens it. */
export function EventCard({ event, now }: EventCardProps) {
  const moment = useNow(now);
  const concerns = concernsOf(event);
  return (
    <article className="relative grid gap-1.5 rounded-card border border-border bg-surface px-4 py-3">
      <CardTitle event={event} />
      <p>
        <VenueTime startsAt={event.startsAt} endsAt={event.endsAt} timeZone={event.timeZone} now={now} />
      </p>
      <p className="wrap-anywhere text-muted">
        {`${event.venue.name}, ${event.venue.city} · `}
        <span className="whitespace-nowrap">{`EV-${event.number}`}</span>
      </p>
      <EventBadges event={{ ...event, onHold: event.holdReason !== null }} moment={moment} />
      {event.holdReason === null ? null : <p className="wrap-anywhere">{event.holdReason}</p>}
      {concerns.length === 0 ? null : (
        <ul className="list-disc pl-5 text-meta">
          {concerns.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** The title as a link over the whole card. */
export function CardTitle({ event }: { event: Pick<EventRecord, "id" | "title"> }) {
  return (
    <h3 className="min-w-0 font-semibold wrap-anywhere">
      <PageLink
        href={eventHref(event.id)}
        className="outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent"
      >
        {event.title}
      </PageLink>
    </h3>
  );
}
