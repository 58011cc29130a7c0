import { Ban } from "lucide-react";
import { StatusBadge } from "@/components/status-badge";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { formatClock, formatDate, zoneLabel } from "@/values/format-time";
import type { CancelPreview } from "./cancel-form";
import { counted } from "@/values/count-words";
import { people } from "./people";
import { eventLooks } from "@/components/status-looks/events";

const NAMED_MAX = 8;

export interface CancelEffectsProps {
  preview: CancelPreview;
  timeZone: string;
  now: string;
}

/** What a cancellation takes down, what it leaves, and how many people are told. */
export function CancelEffects({ preview, timeZone, now }: CancelEffectsProps) {
  const { events, peopleTold } = preview;
  const count = (effect: CancelPreview["events"][number]["effect"]) =>
    events.filter((event) => event.effect === effect).length;
  const parts = [
    count("cancelled") === 0 ? "No event is cancelled" : `${counted(count("cancelled"), "event")} cancelled`,
    ...(count("running") > 0 ? [`${counted(count("running"), "event")} running now`] : []),
    ...(count("kept") > 0 ? [`${counted(count("kept"), "finished event")} kept`] : []),
    `tells ${people(peopleTold)}`,
  ];
  return (
    <Notice tone="caution" title={parts.join(" · ")}>
      {events.length === 0 ? (
        <p>No event was made from it.</p>
      ) : (
        <ul className="mt-1 grid gap-1">
          {events.slice(0, NAMED_MAX).map((event) => (
            <li key={event.eventId} className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium tabular-nums">{`EV-${event.number}`}</span>
              <time dateTime={event.startsAt} className="tabular-nums">
                {`${formatDate(event.startsAt, timeZone, now)} ${formatClock(event.startsAt, timeZone)}`}
              </time>
              <Effect effect={event.effect} />
            </li>
          ))}
          {events.length > NAMED_MAX ? <li>{`and ${events.length - NAMED_MAX} more`}</li> : null}
          <li className="text-muted">{`Times: ${zoneLabel(timeZone)}`}</li>
        </ul>
      )}
    </Notice>
  );
}

function Effect({ effect }: { effect: CancelPreview["events"][number]["effect"] }) {
  switch (effect) {
    case "cancelled":
      return <Badge icon={<Ban />}>Will be cancelled</Badge>;
    case "running":
      return <StatusBadge look={eventLooks.in_progress} />;
    case "kept":
      return <Badge>Stays</Badge>;
    default:
      return effect satisfies never;
  }
}
