"use client";

import { BookingHistory } from "@/components/booking-history";
import { EventKits } from "@/components/event-kits/event-kits";
import { EventStaff } from "@/components/event-staff/event-staff";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { EventActivities } from "./event-activities";
import { EventFacts, type EventRecord } from "./event-facts";
import { EventGates } from "./event-gates";
import { EventIssues } from "./event-issues";
import { EventNotices } from "./event-notices";
import { EventOutcome } from "./event-outcome";
import { EventSiblings } from "./event-siblings";
import { EventTasks } from "./event-tasks";
import { useEventRecord } from "./use-event-record";

export interface EventPanelsProps {
  event: EventRecord;
  now: string;
  /** The reader's own. */
  timeZone: string;
  /** Two columns on a page, one beside the list. */
  isPage?: boolean;
}

/** Everything about an event that whoever runs it looks at. */
export function EventPanels({ event, now, timeZone, isPage = false }: EventPanelsProps) {
  const record = useEventRecord(event.id);
  const parts = { event, record, now };
  return (
    <div
      className={isPage ? "grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]" : "grid gap-4"}
    >
      <div className="grid min-w-0 gap-4">
        <EventNotices {...parts} />
        {record.isFailed ? <PanelError what="Names and contacts" onRetry={record.retry} /> : null}
        <EventOutcome event={event} now={now} />
        {isPage ? null : <FactsCard event={event} record={record} now={now} timeZone={timeZone} />}
        <EventGates {...parts} />
        <EventTasks {...parts} />
        <EventActivities event={event} />
        <EventStaff eventId={event.id} now={now} />
        <EventKits eventId={event.id} now={now} />
        <EventIssues {...parts} />
      </div>
      <div className="grid min-w-0 gap-4">
        {isPage ? <FactsCard event={event} record={record} now={now} timeZone={timeZone} /> : null}
        <EventSiblings event={event} now={now} />
        <Card title={`History of EV-${event.number}`}>
          <BookingHistory
            bookingId={event.booking.id}
            eventId={event.id}
            timeZone={event.timeZone}
            now={now}
          />
        </Card>
      </div>
    </div>
  );
}

interface FactsCardProps extends Omit<EventPanelsProps, "isPage"> {
  record: ReturnType<typeof useEventRecord>;
}

function FactsCard({ event, record, now, timeZone }: FactsCardProps) {
  return (
    <Card title="Facts">
      <EventFacts event={event} details={record.details} now={now} timeZone={timeZone} />
    </Card>
  );
}
