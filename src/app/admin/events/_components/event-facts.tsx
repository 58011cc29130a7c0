import { Clock } from "lucide-react";
import type { Route } from "next";
import { type Fact, Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import type { RouterOutputs } from "@/trpc/client";
import { clockChangeWords } from "./event-words";
import type { RecordDetails } from "./use-event-record";

export type EventRecord = RouterOutputs["events"]["byId"];

export interface EventFactsProps {
  event: EventRecord;
  /** Undefined while they are on their way. */
  details: RecordDetails | undefined;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** What is known of one event: where, when, for whom, and who has it. */
export function EventFacts({ event, details, now, timeZone }: EventFactsProps) {
  const note = clockChangeWords(event.clockNote);
  return (
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
        { label: "Venue", value: <Venue event={event} details={details} /> },
        { label: "Client", value: event.client.name },
        ...contactFact(details),
        {
          label: "Booking",
          value: (
            <TextLink href={`/admin/bookings/${event.booking.id}` as Route} className="tabular-nums">
              {`BK-${event.booking.number}`}
            </TextLink>
          ),
        },
        { label: "Field manager", value: <Manager event={event} details={details} /> },
      ]}
    />
  );
}

type PartProps = Pick<EventFactsProps, "event" | "details">;

function Venue({ event, details }: PartProps) {
  const { place, confirmation } = details ?? {};
  const address = [place?.address ?? "", event.venue.city].filter((part) => part !== "").join(", ");
  const agreed = confirmation?.holds === true ? confirmation : null;
  const asked = agreed?.contactPerson;
  return (
    <>
      <TextLink href={`/admin/venues/${event.venue.id}` as Route}>{event.venue.name}</TextLink>
      <span className="block text-muted">{address}</span>
      {agreed?.accessDetails ? (
        <span className="block whitespace-pre-line">{agreed.accessDetails}</span>
      ) : null}
      {asked ? (
        <span className="block">
          {[asked.name, asked.phone, asked.email].filter((part) => part !== "").join(" · ")}
        </span>
      ) : null}
    </>
  );
}

function contactFact(details: RecordDetails | undefined): Fact[] {
  const contact = details?.contact;
  if (!contact) return [];
  const parts = [contact.name, contact.phone, contact.email].filter((part) => part !== "");
  return [{ label: "Client's contact", value: parts.join(" · ") }];
}

function Manager({ event, details }: PartProps) {
  if (event.manager === null) return "Nobody yet";
  return (
    <>
      {event.manager.name}
      {details?.manager ? <span className="block text-muted">{details.manager.email}</span> : null}
    </>
  );
}
