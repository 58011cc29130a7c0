import { expect, test } from "vitest";
import { catalog, type DomainEvent, type EventType, type PayloadOf } from "@/domain-events/catalog/catalog";
import type { EventMetadata } from "@/domain-events/catalog/envelope";
import { admin, clientId, clientPerson, manager, testId } from "@/testing/builders/actors";
import { bookingId } from "@/testing/builders/bookings";
import { bookingMessages, type ToldBookingType } from "./bookings";
import { eventInstanceMessages, type ToldEventType } from "./event-instances";
import type { Message, Names } from "./message";

const names: Names = {
  bookingNumber: 1042,
  bookingTitle: "Autumn tour",
  clientId,
  clientName: "Acme Drinks",
  wasSent: true,
  venueName: "Bryant Park",
  timeZone: "America/New_York",
  actorName: "Ada Client",
  actorClientId: clientId,
  managerIds: [manager.id],
  firstStart: "2026-12-05T15:00:00.000Z",
  lastStart: "2026-12-19T15:00:00.000Z",
  now: "2026-11-23T12:00:00.000Z",
};
const byAgency = { ...names, actorName: "Ana Admin", actorClientId: null };
const starts = [5, 12, 19, 26].map((day) => `2026-12-${String(day).padStart(2, "0")}T10:00:00-05:00`);
const at = "2026-11-23T11:59:00.000Z";

interface Around {
  readonly source?: string;
  readonly metadata?: EventMetadata;
}

function factOf<T extends EventType>(type: T, payload: PayloadOf<T>, around?: Around): DomainEvent<T>;
function factOf(type: string, payload: unknown, { source = "tests.make", metadata = {} }: Around = {}) {
  return { id: testId(9, 1), type, timestamp: at, correlationId: bookingId, source, payload, metadata };
}

const base = { bookingId, clientId };

/** What a person reads, one line per message: to whom, title, body, link. */
function read(messages: readonly Message[]): string[] {
  return messages.map(({ audience, title, body, link, urgent }) => {
    const mark = urgent ? "! " : "";
    return `${mark}[${audience.kind}] ${title} | ${body} | ${link.replace(bookingId, "<id>")}`;
  });
}

const told = (event: DomainEvent<ToldBookingType>, given = names) => read(bookingMessages(event, given));
const toldOfEvent = (event: DomainEvent<ToldEventType>, given = byAgency) =>
  read(eventInstanceMessages(event, given));

const submittedFact = (eventDates: string[], around?: Around) =>
  factOf(
    "BOOKING_SUBMITTED",
    { ...base, title: "Autumn tour", submittedBy: clientPerson.id, submittedAt: at, eventDates },
    around,
  );

test("a draft that ends as one is nobody's news", () => {
  const payload = {
    ...base,
    cancelledBy: clientPerson.id,
    cancelledAt: at,
    reason: "Never mind",
    affectedEventIds: [],
  };
  expect(told(factOf("BOOKING_CANCELLED", payload), { ...names, wasSent: false })).toEqual([]);
});

test("a submission: admins learn that it waits, the client's person gets a receipt", () => {
  const messages = bookingMessages(submittedFact(starts), names);
  expect(read(messages)).toEqual([
    "[admins] BK-1042 waits for a decision | Acme Drinks asks for 4 dates of “Autumn tour” at Bryant Park: Sat 5 Dec 10:00, Sat 12 Dec 10:00, and 2 more, New York time. | /admin/bookings/<id>",
    "[receipt] BK-1042 was sent | 4 dates of “Autumn tour” at Bryant Park: Sat 5 Dec 10:00, Sat 12 Dec 10:00, and 2 more, New York time. It waits for the agency’s decision. | /client/bookings/<id>",
  ]);
  expect(messages.map((message) => message.audience)).toMatchObject([{}, { personId: clientPerson.id }]);
});

test("one date, and a date of another year", () => {
  expect(told(submittedFact(["2027-01-02T10:00:00-05:00"]))[0]).toContain(
    "asks for 1 date of “Autumn tour” at Bryant Park: Sat 2 Jan 2027 10:00, New York time.",
  );
});

test("what the agency sends in for a client is told to the client's people", () => {
  expect(told(submittedFact(starts), byAgency)[1]).toBe(
    "[client] BK-1042 was sent | 4 dates of “Autumn tour” at Bryant Park: Sat 5 Dec 10:00, Sat 12 Dec 10:00, and 2 more, New York time. The agency sent it for you. It waits for the agency’s decision. | /client/bookings/<id>",
  );
});

test("imported bookings fold into one message per importer and hour", () => {
  const messages = bookingMessages(submittedFact(starts, { source: "bookings.import" }), byAgency);
  expect(read(messages)).toEqual([
    "[admins] Bookings were imported | Ana Admin imported bookings. They wait for a decision. | /admin/bookings",
  ]);
  expect(messages[0]?.fold).toEqual({ by: "window", name: `import:${clientPerson.id}:2026-11-23T11` });
});

test("an approval names the dates and quotes the notes", () => {
  const payload = { ...base, title: "Autumn tour", approvedBy: admin.id, approvedAt: at };
  const all = factOf("BOOKING_APPROVED", { ...payload, eventDates: starts, notes: "Use gate 3." });
  expect(told(all, byAgency)).toEqual([
    "[client] 4 dates of BK-1042 are approved | “Autumn tour” at Bryant Park: Sat 5 Dec 10:00, Sat 12 Dec 10:00, and 2 more, New York time. The agency notes: “Use gate 3.” | /client/bookings/<id>",
  ]);
  const one = factOf("BOOKING_APPROVED", { ...payload, eventDates: starts.slice(0, 1) });
  expect(told(one, byAgency)[0]).toContain(
    "1 date of BK-1042 is approved | “Autumn tour” at Bryant Park: Sat 5 Dec 10:00, New York time. |",
  );
});

test("declined dates come with their reasons and what is offered instead", () => {
  const dates = starts.map((date, index) => ({
    date,
    reason: "The park is closed",
    ...(index === 0 && { proposedDate: "2026-12-06T10:00:00-05:00" }),
  }));
  const fact = factOf("BOOKING_DATES_DECLINED", { ...base, declinedBy: admin.id, declinedAt: at, dates });
  expect(told(fact, byAgency)).toEqual([
    "[client] 4 dates of BK-1042 are declined | Sat 5 Dec 10:00: “The park is closed”. Offered instead: Sun 6 Dec 10:00. Sat 12 Dec 10:00: “The park is closed”. Sat 19 Dec 10:00: “The park is closed”. And 1 more date. Times in New York time. | /client/bookings/<id>",
  ]);
});

test("a rejection says whether it is final", () => {
  const payload = { ...base, rejectedBy: admin.id, rejectedAt: at, reason: "No staff" };
  expect(told(factOf("BOOKING_REJECTED", { ...payload, allowResubmission: true }), byAgency)).toEqual([
    "[client] BK-1042 is rejected | “Autumn tour” at Bryant Park. The agency’s reason: “No staff”. Change it and send it again. | /client/bookings/<id>",
  ]);
  expect(told(factOf("BOOKING_REJECTED", { ...payload, allowResubmission: false }), byAgency)[0]).toContain(
    "This decision is final. Copy the booking to ask for something else.",
  );
});

test("a change request names the fields in words, each once", () => {
  const changes = ["eventDates", "schedule", "plan.activities", "locationIds"].map((field) => ({
    field,
    reason: "x",
  }));
  const fact = factOf("BOOKING_CHANGES_REQUESTED", {
    ...base,
    requestedBy: admin.id,
    requestedAt: at,
    changes,
  });
  expect(told(fact, byAgency)).toEqual([
    "[client] BK-1042 waits for your changes | The agency asks you to change the dates, activity plan, and venue of “Autumn tour” at Bryant Park, then to send it again. | /client/bookings/<id>",
  ]);
});

test("an edit is told only when it needs approval again", () => {
  const payload = { ...base, updatedBy: clientPerson.id, updatedAt: at, changedFields: ["locationIds"] };
  expect(told(factOf("BOOKING_UPDATED", { ...payload, needsReapproval: true }))).toEqual([
    "[admins] BK-1042 needs approval again | Ada Client (Acme Drinks) changed the venue of “Autumn tour” at Bryant Park. Events whose dates wait for it are on hold. | /admin/bookings/<id>",
  ]);
  expect(told(factOf("BOOKING_UPDATED", { ...payload, needsReapproval: false }))).toEqual([]);
});

test("a cancellation is told to the client and to the managers, once each", () => {
  const payload = { ...base, cancelledBy: admin.id, cancelledAt: at, reason: "The launch moved" };
  const fact = factOf("BOOKING_CANCELLED", { ...payload, affectedEventIds: [testId(7, 1), testId(7, 2)] });
  expect(told(fact, byAgency)).toEqual([
    "! [client] BK-1042 is cancelled | “Autumn tour” at Bryant Park. 2 events will not take place. Reason: “The launch moved”. | /client/bookings/<id>",
    "! [managers] Your events of BK-1042 are cancelled | Acme Drinks, “Autumn tour” at Bryant Park. Reason: “The launch moved”. | /field",
  ]);
  expect(bookingMessages(fact, byAgency)[1]?.fold).toEqual({ by: "cause", eventId: fact.id });
});

test("generated events are one message to the admins, whatever their number", () => {
  const payload = { ...base, generatedBy: "system", generatedAt: at };
  const eventIds = Array.from({ length: 200 }, (_, index) => testId(7, index));
  expect(
    toldOfEvent(factOf("EVENT_INSTANCES_GENERATED", { ...payload, eventIds, totalEvents: 200 })),
  ).toEqual([
    "[admins] 200 events of BK-1042 are planned | Acme Drinks, “Autumn tour” at Bryant Park: Sat 5 Dec 10:00 to Sat 19 Dec 10:00, New York time. They wait for a field manager. | /admin/bookings/<id>",
  ]);
  const single = { ...byAgency, lastStart: names.firstStart };
  const one = { ...payload, eventIds: eventIds.slice(0, 1), totalEvents: 1 };
  expect(toldOfEvent(factOf("EVENT_INSTANCES_GENERATED", one), single)).toEqual([
    "[admins] 1 event of BK-1042 is planned | Acme Drinks, “Autumn tour” at Bryant Park: Sat 5 Dec 10:00, New York time. It waits for a field manager. | /admin/bookings/<id>",
  ]);
});

const event = { eventId: testId(7, 1), bookingId };
const cause = testId(9, 7);

test("a hold and its end are told to the manager, one message per cause", () => {
  const metadata = { causationId: cause };
  const held = factOf(
    "EVENT_HOLD_PLACED",
    { ...event, placedBy: "system", placedAt: at, reason: "It waits for approval." },
    { metadata },
  );
  const lifted = factOf("EVENT_HOLD_LIFTED", { ...event, liftedBy: "system", liftedAt: at }, { metadata });
  expect([...toldOfEvent(held), ...toldOfEvent(lifted)]).toEqual([
    "[managers] Events of BK-1042 are on hold | Acme Drinks, “Autumn tour” at Bryant Park. It waits for approval. | /field",
    "[managers] Events of BK-1042 go ahead | Acme Drinks, “Autumn tour” at Bryant Park. They are no longer on hold. | /field",
  ]);
  expect(eventInstanceMessages(held, byAgency)[0]?.fold).toEqual({ by: "cause", eventId: cause });
});

test("one event called off by itself is told with its date, to the client when asked for", () => {
  const payload = { ...event, cancelledBy: admin.id, cancelledAt: at, reason: "Storm" };
  const single = { ...byAgency, lastStart: names.firstStart };
  expect(toldOfEvent(factOf("EVENT_CANCELLED", { ...payload, notifyClient: true }), single)).toEqual([
    `! [managers] Your event of BK-1042 is cancelled | Acme Drinks, “Autumn tour” at Bryant Park: Sat 5 Dec 10:00, New York time. Reason: “Storm”. | /field/events/${event.eventId}`,
    "! [client] An event of BK-1042 is cancelled | “Autumn tour” at Bryant Park: Sat 5 Dec 10:00, New York time. Reason: “Storm”. | /client/bookings/<id>",
  ]);
  expect(toldOfEvent(factOf("EVENT_CANCELLED", { ...payload, notifyClient: false }), single)).toHaveLength(1);
});

test("long words of people are cut, and no text uses a banned word", () => {
  const reason = "x".repeat(5000);
  const fact = factOf("BOOKING_REJECTED", {
    ...base,
    rejectedBy: admin.id,
    rejectedAt: at,
    reason,
    allowResubmission: true,
  });
  expect(bookingMessages(fact, byAgency)[0]?.body.length).toBeLessThan(500);
  const types = [
    "BOOKING_SUBMITTED",
    "BOOKING_APPROVED",
    "BOOKING_DATES_DECLINED",
    "BOOKING_REJECTED",
    "BOOKING_CHANGES_REQUESTED",
    "BOOKING_UPDATED",
    "BOOKING_CANCELLED",
  ] as const;
  const texts = types.flatMap((type) => told(factOf(type, catalog[type].example)));
  expect(texts).toHaveLength(9);
  expect(
    texts.filter((text) => /invalid|please|oops|success|unfortunately|simply|error/i.test(text)),
  ).toEqual([]);
});
