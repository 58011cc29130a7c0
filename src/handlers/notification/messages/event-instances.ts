import type { DomainEvent, PayloadOf } from "@/domain-events/catalog/catalog";
import { counted } from "@/values/count-words";
import type { Fold, Message, MessageKind, Names } from "./message";
import { bookingCode, datesInWords, isOrAre, quoted, startInWords, whatAndWhere } from "./words";
import { zoneLabel } from "@/values/format-time";

/** The facts of event instances that somebody is told about. */
export type ToldEventType =
  | "EVENT_INSTANCES_GENERATED"
  | "EVENT_CANCELLED"
  | "EVENT_HOLD_PLACED"
  | "EVENT_HOLD_LIFTED";

/** Who is told what about the events of a booking (event-catalogue.md, Routing; decision 0001). */
export function eventInstanceMessages(event: DomainEvent<ToldEventType>, names: Names): readonly Message[] {
  switch (event.type) {
    case "EVENT_INSTANCES_GENERATED":
      return [generated(event.payload, names)];
    case "EVENT_CANCELLED":
      return cancelled(event, names);
    case "EVENT_HOLD_PLACED":
      return [held(event, names)];
    case "EVENT_HOLD_LIFTED":
      return [released(event, names)];
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`no message for ${JSON.stringify(event)}`);
}

function generated(payload: PayloadOf<"EVENT_INSTANCES_GENERATED">, names: Names): Message {
  const count = payload.totalEvents;
  return {
    kind: "events-planned",
    audience: { kind: "admins" },
    subject: { type: "booking", id: payload.bookingId },
    title: `${counted(count, "event")} of ${bookingCode(names)} ${isOrAre(count)} planned`,
    body: `${names.clientName}, ${whatAndWhere(names)}${span(names)}. ${count === 1 ? "It waits" : "They wait"} for a field manager.`,
    link: `/admin/bookings/${payload.bookingId}`,
    urgent: false,
    replaces: [],
    fold: null,
  };
}

/** ": Sat 5 Dec 10:00, New York time", or from the first to the last. */
function span(names: Names): string {
  const { firstStart, lastStart } = names;
  if (firstStart === null || lastStart === null) return "";
  if (firstStart === lastStart) return `: ${datesInWords([firstStart], names)}`;
  return `: ${startInWords(firstStart, names)} to ${startInWords(lastStart, names)}, ${zoneLabel(names.timeZone)}`;
}

/** What one fact did to many events is one message per manager. */
function foldOf(event: DomainEvent<ToldEventType>): Fold | null {
  const cause = event.metadata?.causationId;
  return cause === undefined ? null : { by: "cause", eventId: cause };
}

const toManagers = (bookingId: string, names: Names) =>
  ({
    audience: { kind: "managers", ids: names.managerIds },
    subject: { type: "booking", id: bookingId },
    link: "/field",
  }) as const;

/** With others of its booking it is one message about the booking; called off alone it is about itself. */
function cancelled(event: DomainEvent<"EVENT_CANCELLED">, names: Names): readonly Message[] {
  const { bookingId, eventId, reason, notifyClient } = event.payload;
  const fold = foldOf(event);
  const forManagers: Message = fold
    ? {
        ...toManagers(bookingId, names),
        kind: "events-cancelled",
        title: `Your events of ${bookingCode(names)} are cancelled`,
        body: `${names.clientName}, ${whatAndWhere(names)}. Reason: ${quoted(reason)}.`,
        urgent: true,
        replaces: ["events-held", "events-released"],
        fold,
      }
    : {
        ...toManagers(bookingId, names),
        subject: { type: "event", id: eventId },
        link: `/field/events/${eventId}`,
        kind: "events-cancelled",
        title: `Your event of ${bookingCode(names)} is cancelled`,
        body: `${names.clientName}, ${whatAndWhere(names)}${span(names)}. Reason: ${quoted(reason)}.`,
        urgent: true,
        replaces: POINTLESS_THEN,
        fold,
      };
  return notifyClient ? [forManagers, toldClient(event.payload, names)] : [forManagers];
}

/** What nobody has to read about an event that does not take place. */
const POINTLESS_THEN: readonly MessageKind[] = [
  "event-assigned",
  "event-tasks",
  "event-ready",
  "event-not-ready",
  "event-moved",
  "venue-unconfirmed",
];

function toldClient(payload: PayloadOf<"EVENT_CANCELLED">, names: Names): Message {
  return {
    kind: "event-cancelled",
    audience: { kind: "client", clientId: names.clientId },
    subject: { type: "event", id: payload.eventId },
    title: `An event of ${bookingCode(names)} is cancelled`,
    body: `${whatAndWhere(names)}${span(names)}. Reason: ${quoted(payload.reason)}.`,
    link: `/client/bookings/${payload.bookingId}`,
    urgent: true,
    replaces: ["event-date-changed"],
    fold: null,
  };
}

function held(event: DomainEvent<"EVENT_HOLD_PLACED">, names: Names): Message {
  return {
    ...toManagers(event.payload.bookingId, names),
    kind: "events-held",
    title: `Events of ${bookingCode(names)} are on hold`,
    body: `${names.clientName}, ${whatAndWhere(names)}. ${event.payload.reason}`,
    urgent: false,
    replaces: ["events-held", "events-released"],
    fold: foldOf(event),
  };
}

function released(event: DomainEvent<"EVENT_HOLD_LIFTED">, names: Names): Message {
  return {
    ...toManagers(event.payload.bookingId, names),
    kind: "events-released",
    title: `Events of ${bookingCode(names)} go ahead`,
    body: `${names.clientName}, ${whatAndWhere(names)}. They are no longer on hold.`,
    urgent: false,
    replaces: ["events-held", "events-released"],
    fold: foldOf(event),
  };
}
