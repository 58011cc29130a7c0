import type { DomainEvent, PayloadOf } from "@/domain-events/catalog/catalog";
import { counted } from "@/values/count-words";
import type { Message, MessageKind, Names } from "./message";
import {
  bookingCode,
  datesInWords,
  fieldsInWords,
  isOrAre,
  quoted,
  startInWords,
  whatAndWhere,
} from "./words";
import { zoneLabel } from "@/values/format-time";

/** The facts of bookings that somebody is told about. */
export type ToldBookingType =
  | "BOOKING_SUBMITTED"
  | "BOOKING_APPROVED"
  | "BOOKING_DATES_DECLINED"
  | "BOOKING_REJECTED"
  | "BOOKING_CHANGES_REQUESTED"
  | "BOOKING_UPDATED"
  | "BOOKING_CANCELLED";

/** Who is told what about a booking (event-catalogue.md, Routing). */
export function bookingMessages(event: DomainEvent<ToldBookingType>, names: Names): readonly Message[] {
  switch (event.type) {
    case "BOOKING_SUBMITTED":
      return event.source === "bookings.import" ? [imported(event, names)] : submitted(event.payload, names);
    case "BOOKING_APPROVED":
      return [approved(event.payload, names)];
    case "BOOKING_DATES_DECLINED":
      return [declined(event.payload, names)];
    case "BOOKING_REJECTED":
      return [rejected(event.payload, names)];
    case "BOOKING_CHANGES_REQUESTED":
      return [changesRequested(event.payload, names)];
    case "BOOKING_UPDATED":
      return event.payload.needsReapproval ? [needsReapproval(event.payload, names)] : [];
    case "BOOKING_CANCELLED":
      return cancelled(event, names);
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`no message for ${JSON.stringify(event)}`);
}

/** Settled by any answer of the agency. */
const ASKED: readonly MessageKind[] = ["booking-waiting", "booking-received"];

const plain = { urgent: false, replaces: [], fold: null } as const;

const forAdmins = (bookingId: string) =>
  ({
    audience: { kind: "admins" },
    subject: { type: "booking", id: bookingId },
    link: `/admin/bookings/${bookingId}`,
  }) as const;

const forClient = ({ bookingId, clientId }: { bookingId: string; clientId: string }) =>
  ({
    audience: { kind: "client", clientId },
    subject: { type: "booking", id: bookingId },
    link: `/client/bookings/${bookingId}`,
  }) as const;

function submitted(payload: PayloadOf<"BOOKING_SUBMITTED">, names: Names): readonly Message[] {
  const dates = counted(payload.eventDates.length, "date");
  const when = datesInWords(payload.eventDates, names);
  const own = names.actorClientId === payload.clientId;
  const receipt = forClient(payload);
  return [
    {
      ...plain,
      ...forAdmins(payload.bookingId),
      kind: "booking-waiting",
      title: `${bookingCode(names)} waits for a decision`,
      body: `${names.clientName} asks for ${dates} of ${whatAndWhere(names)}: ${when}.`,
      replaces: ["booking-waiting"],
    },
    {
      ...plain,
      ...receipt,
      audience: own ? { kind: "receipt", personId: payload.submittedBy } : receipt.audience,
      kind: "booking-received",
      title: `${bookingCode(names)} was sent`,
      body: `${dates} of ${whatAndWhere(names)}: ${when}. ${own ? "" : "The agency sent it for you. "}It waits for the agency’s decision.`,
      replaces: ["booking-received", "booking-changes-requested", "booking-rejected"],
    },
  ];
}

/** An import makes thousands of bookings: the other admins hear of it once an hour, clients not at all. */
function imported(event: DomainEvent<"BOOKING_SUBMITTED">, names: Names): Message {
  const name = `import:${event.payload.submittedBy}:${event.timestamp.slice(0, 13)}`;
  return {
    ...plain,
    kind: "bookings-imported",
    audience: { kind: "admins" },
    subject: { type: "import", id: name },
    title: "Bookings were imported",
    body: `${names.actorName ?? "Somebody"} imported bookings. They wait for a decision.`,
    link: "/admin/bookings",
    fold: { by: "window", name },
  };
}

function approved(payload: PayloadOf<"BOOKING_APPROVED">, names: Names): Message {
  const count = payload.eventDates.length;
  const notes = payload.notes ? ` The agency notes: ${quoted(payload.notes)}` : "";
  return {
    ...plain,
    ...forClient(payload),
    kind: "booking-approved",
    title: `${counted(count, "date")} of ${bookingCode(names)} ${isOrAre(count)} approved`,
    body: `${whatAndWhere(names)}: ${datesInWords(payload.eventDates, names)}.${notes}`,
    replaces: [...ASKED, "booking-changes-requested", "booking-rejected"],
  };
}

const REASONS_LISTED_MAX = 3;

function declined(payload: PayloadOf<"BOOKING_DATES_DECLINED">, names: Names): Message {
  const count = payload.dates.length;
  const lines = payload.dates.slice(0, REASONS_LISTED_MAX).map((item) => {
    const instead = item.proposedDate ? ` Offered instead: ${startInWords(item.proposedDate, names)}.` : "";
    return `${startInWords(item.date, names)}: ${quoted(item.reason)}.${instead}`;
  });
  const rest = count - lines.length;
  const more = rest > 0 ? ` And ${counted(rest, "more date")}.` : "";
  return {
    ...plain,
    ...forClient(payload),
    kind: "booking-dates-declined",
    title: `${counted(count, "date")} of ${bookingCode(names)} ${isOrAre(count)} declined`,
    body: `${lines.join(" ")}${more} Times in ${zoneLabel(names.timeZone)}.`,
    replaces: ASKED,
  };
}

function rejected(payload: PayloadOf<"BOOKING_REJECTED">, names: Names): Message {
  const next = payload.allowResubmission
    ? "Change it and send it again."
    : "This decision is final. Copy the booking to ask for something else.";
  return {
    ...plain,
    ...forClient(payload),
    kind: "booking-rejected",
    title: `${bookingCode(names)} is rejected`,
    body: `${whatAndWhere(names)}. The agency’s reason: ${quoted(payload.reason)}. ${next}`,
    replaces: [...ASKED, "booking-changes-requested"],
  };
}

function changesRequested(payload: PayloadOf<"BOOKING_CHANGES_REQUESTED">, names: Names): Message {
  const fields = fieldsInWords(payload.changes.map((change) => change.field));
  return {
    ...plain,
    ...forClient(payload),
    kind: "booking-changes-requested",
    title: `${bookingCode(names)} waits for your changes`,
    body: `The agency asks you to change the ${fields} of ${whatAndWhere(names)}, then to send it again.`,
    replaces: [...ASKED, "booking-changes-requested"],
  };
}

function needsReapproval(payload: PayloadOf<"BOOKING_UPDATED">, names: Names): Message {
  const who = names.actorName
    ? `${names.actorName} (${names.actorClientId ? names.clientName : "agency"})`
    : "Somebody";
  return {
    ...plain,
    ...forAdmins(payload.bookingId),
    kind: "booking-waiting",
    title: `${bookingCode(names)} needs approval again`,
    body: `${who} changed the ${fieldsInWords(payload.changedFields)} of ${whatAndWhere(names)}. Events whose dates wait for it are on hold.`,
    replaces: ["booking-waiting"],
  };
}

/** Nobody hears of a draft that ends as one. Clients and managers hear of a booking once; the cancellations of its single events fold into this. */
function cancelled(event: DomainEvent<"BOOKING_CANCELLED">, names: Names): readonly Message[] {
  if (!names.wasSent) return [];
  const { payload } = event;
  const count = payload.affectedEventIds.length;
  const events = count === 0 ? "" : ` ${counted(count, "event")} will not take place.`;
  return [
    {
      ...plain,
      ...forClient(payload),
      kind: "booking-cancelled",
      title: `${bookingCode(names)} is cancelled`,
      body: `${whatAndWhere(names)}.${events} Reason: ${quoted(payload.reason)}.`,
      urgent: count > 0,
      replaces: [
        ...ASKED,
        "booking-approved",
        "booking-dates-declined",
        "booking-changes-requested",
        "events-planned",
      ],
    },
    {
      ...plain,
      audience: { kind: "managers", ids: names.managerIds },
      subject: { type: "booking", id: payload.bookingId },
      kind: "events-cancelled",
      title: `Your events of ${bookingCode(names)} are cancelled`,
      body: `${names.clientName}, ${whatAndWhere(names)}. Reason: ${quoted(payload.reason)}.`,
      link: "/field",
      urgent: true,
      replaces: ["events-held", "events-released", "events-cancelled"],
      fold: { by: "cause", eventId: event.id },
    },
  ];
}
