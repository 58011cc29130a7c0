"use client";

import { StatusBadge } from "@/components/status-badge";
import { eventFlagLooks, eventLooks } from "@/components/status-looks/events";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/components/use-now";
import { VenueTime } from "@/components/venue-time";
import { countdownOf } from "./countdown";
import type { EventRecord } from "./event-record";
import { readinessWords } from "./readiness-words";

export interface EventHeadProps {
  event: Pick<
    EventRecord,
    "status" | "startsAt" | "endsAt" | "timeZone" | "readiness" | "holdReason" | "onHold" | "followUps"
  >;
  now: string;
  viewerZone: string | undefined;
}

/** When an event is, how far away that is, and how it stands. */
export function EventHead({ event, now, viewerZone }: EventHeadProps) {
  const moment = useNow(now);
  const countdown = countdownOf(event, moment);
  return (
    <div className="grid gap-2">
      {countdown === null ? null : (
        <p>
          <span className="block text-meta text-muted">{countdown.label}</span>
          <span className="block text-figure tabular-nums">{countdown.figure}</span>
        </p>
      )}
      <p>
        <VenueTime
          startsAt={event.startsAt}
          endsAt={event.endsAt}
          timeZone={event.timeZone}
          now={now}
          viewerZone={viewerZone}
        />
      </p>
      <EventBadges event={event} moment={moment} />
    </div>
  );
}

/** State, flags and readiness, each in words on its tone. */
export function EventBadges(props: {
  event: Pick<EventRecord, "status" | "startsAt" | "readiness" | "holdReason" | "onHold"> & {
    readonly followUps?: EventRecord["followUps"];
  };
  moment: string;
}) {
  const { event, moment } = props;
  const readiness = readinessWords(event, moment);
  return (
    <p className="flex flex-wrap gap-1.5">
      <StatusBadge look={eventLooks[event.status]} />
      {event.onHold ? <StatusBadge look={eventFlagLooks.on_hold} /> : null}
      {event.followUps !== undefined && event.followUps.length > 0 ? (
        <StatusBadge look={eventFlagLooks.follow_ups_open} />
      ) : null}
      {readiness === null || readiness.tone === "good" ? null : (
        <Badge tone={readiness.tone}>{readiness.text}</Badge>
      )}
    </p>
  );
}
