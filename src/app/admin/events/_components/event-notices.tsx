import { Notice } from "@/components/ui/notice";
import { formatMoment } from "@/values/format-time";
import type { EventRecord } from "./event-facts";
import type { NamedRecord } from "./use-event-record";

export interface EventNoticesProps {
  event: EventRecord;
  record: NamedRecord;
  now: string;
}

/** What stands out about an event: why it is held or off, why it is not ready any more, where it was before. */
export function EventNotices({ event, record, now }: EventNoticesProps) {
  const { details, nameOf } = record;
  const lost = event.readinessLost;
  const moved = details?.moved;
  return (
    <>
      {event.holdReason === null ? null : (
        <Notice tone="caution" title="On hold">
          {event.holdReason}
        </Notice>
      )}
      {event.cancelledReason === null ? null : <Notice title="Cancelled">{event.cancelledReason}</Notice>}
      {lost ? (
        <Notice tone="problem" title={`Readiness lost ${formatMoment(lost.at, event.timeZone, now)}`}>
          <ul>
            {lost.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {moved ? (
        <Notice title={`Moved from ${formatMoment(moved.from, event.timeZone, now)}`}>
          <p>{moved.reason}</p>
          <p className="text-meta text-muted">{`${nameOf(moved.by)}, ${formatMoment(moved.at, event.timeZone, now)}`}</p>
        </Notice>
      ) : null}
    </>
  );
}
