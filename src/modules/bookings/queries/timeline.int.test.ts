import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { createDatabase, type Database } from "@/db/database";
import { fact } from "@/domain-events/catalog/fact";
import { withClient } from "@/launch/roles.mjs";
import {
  admin,
  agent,
  clientId,
  clientPerson,
  foreignClientPerson,
  manager,
  system,
} from "@/testing/builders/actors";
import { bookingId, venues } from "@/testing/builders/bookings";
import { insertLoggedWorld, managedEventId, otherEventId, recordFact } from "@/testing/builders/logged-world";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { bookingTimeline } from "./timeline";

let own: TestDatabase;
let database: Database;

const at = "2026-11-23T12:00:00.000Z";
const booking = { bookingId, clientId, title: "Autumn sampling tour" };
const eventDate = "2026-12-05T10:00:00-05:00";

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 4, applicationName: "timeline test" });
  await insertLoggedWorld(database);
  await recordBooking();
  await recordEvents();
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

async function recordBooking(): Promise<void> {
  await recordFact(
    database,
    fact("BOOKING_CREATED", { ...booking, status: "draft", createdBy: clientPerson.id }),
    {
      actor: clientPerson,
    },
  );
  const approved = { ...booking, approvedBy: admin.id, approvedAt: at, eventDates: [eventDate] };
  const override = { reason: "The other booking is a pencil.", by: admin.id, snapshot: {} };
  await recordFact(
    database,
    fact("BOOKING_APPROVED", { ...approved, notes: "Parking is arranged." }, { override }),
  );
  const { title: _, ...generated } = booking;
  await recordFact(
    database,
    fact("EVENT_INSTANCES_GENERATED", {
      ...generated,
      eventIds: [managedEventId, otherEventId],
      generatedBy: "system",
      generatedAt: at,
      totalEvents: 2,
    }),
    { actor: system },
  );
}

async function recordEvents(): Promise<void> {
  const location = { id: venues.park.id, name: "Bryant Park", address: "New York" };
  for (const eventId of [managedEventId, otherEventId]) {
    await recordFact(
      database,
      fact("EVENT_ASSIGNED_TO_MANAGER", {
        eventId,
        bookingId,
        managerId: manager.id,
        assignedBy: admin.id,
        assignedAt: at,
        eventDate,
        location,
      }),
    );
  }
  const cancelled = {
    bookingId,
    cancelledBy: admin.id,
    cancelledAt: at,
    reason: "Storm.",
    notifyClient: true,
  };
  await recordFact(database, fact("EVENT_CANCELLED", { eventId: otherEventId, ...cancelled }));
}

async function linesFor(reader: PersonActor, of: { eventId?: string } = {}): Promise<string[]> {
  const { entries } = await bookingTimeline(database, reader, { bookingId, ...of });
  return entries.map(({ actor, title, details }) =>
    [`${actor} ${title}`, ...details.map(({ label, text }) => `${label}: ${text}`)].join(" | "),
  );
}

test("admins read everything, newest first, with names", async () => {
  expect(await linesFor(admin)).toEqual([
    "Ada Brook cancelled EV-102 | Reason: Storm.",
    "Ada Brook gave EV-102 to Mina Okafor | Event: Sat 5 Dec 10:00, New York time | Venue: Bryant Park",
    "Ada Brook gave EV-101 to Mina Okafor | Event: Sat 5 Dec 10:00, New York time | Venue: Bryant Park",
    "Muster created 2 events from the approved dates",
    "Ada Brook approved 1 date | Dates: Sat 5 Dec 10:00, New York time | Note: Parking is arranged. | Approved with override: The other booking is a pencil.",
    "Cleo Park began this booking | Title: Autumn sampling tour",
  ]);
});

test("a client reads the booking and the state of its events, without staff, inner reasons or overrides", async () => {
  expect(await linesFor(clientPerson)).toEqual([
    "The agency cancelled EV-102",
    "Muster created 2 events from the approved dates",
    "The agency approved 1 date | Dates: Sat 5 Dec 10:00, New York time | Note: Parking is arranged.",
    "Cleo Park began this booking | Title: Autumn sampling tour",
  ]);
  const answer = JSON.stringify(await bookingTimeline(database, clientPerson, { bookingId }));
  for (const hidden of ["Ada Brook", "Mina Okafor", admin.id, manager.id, "pencil", "Storm"]) {
    expect(answer).not.toContain(hidden);
  }
});

test("a manager reads the facts of their own events, without the booking's own texts", async () => {
  expect(await linesFor(manager)).toEqual([
    "Ada Brook gave EV-101 to Mina Okafor | Event: Sat 5 Dec 10:00, New York time | Venue: Bryant Park",
    "Muster created 2 events from the approved dates",
    "Ada Brook approved 1 date | Dates: Sat 5 Dec 10:00, New York time",
    "The client began this booking | Title: Autumn sampling tour",
  ]);
});

test("of one event only what names it is told, to those who may know of it", async () => {
  expect(await linesFor(admin, { eventId: otherEventId })).toEqual([
    "Ada Brook cancelled EV-102 | Reason: Storm.",
    "Ada Brook gave EV-102 to Mina Okafor | Event: Sat 5 Dec 10:00, New York time | Venue: Bryant Park",
    "Muster created 2 events from the approved dates",
  ]);
  expect(await linesFor(manager, { eventId: otherEventId })).toEqual([
    "Muster created 2 events from the approved dates",
  ]);
});

test("other clients, other managers and agents find no such booking", async () => {
  const otherManager: PersonActor = { ...manager, id: agent.id };
  for (const reader of [foreignClientPerson, otherManager, agent]) {
    await expect(bookingTimeline(database, reader, { bookingId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  }
});

test("an entry carries these keys and no others", async () => {
  const { entries } = await bookingTimeline(database, clientPerson, { bookingId });
  expect(Object.keys(entries[0] ?? {}).sort()).toEqual(
    ["actor", "at", "details", "icon", "id", "kind", "position", "systemStep", "title", "tone"].sort(),
  );
});

test("older entries follow page by page, each once", async () => {
  const all = await bookingTimeline(database, admin, { bookingId });
  const older = await bookingTimeline(database, admin, { bookingId, before: all.entries[1]?.position });
  expect(older.entries.map(({ id }) => id)).toEqual(all.entries.slice(2).map(({ id }) => id));
  await expect(bookingTimeline(database, admin, { bookingId, before: "1 OR 1=1" })).rejects.toMatchObject({
    code: "INVALID",
  });
});

test("a fact of a newer release is noted for the desk and not shown to the client", async () => {
  await withClient(own.superuserUrl, (superuser) =>
    superuser.query(
      `INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, recorded_at, expires_on)
       VALUES (gen_random_uuid(), 'BOOKING_FROM_THE_FUTURE', 'booking', now(), $1, 'tests.record', '{}', now(), '2033-01-01')`,
      [bookingId],
    ),
  );
  expect((await linesFor(admin))[0]).toMatch(/^Muster recorded BOOKING_FROM_THE_FUTURE \| Shown as stored: /);
  expect((await linesFor(clientPerson))[0]).toBe("The agency cancelled EV-102");
});
