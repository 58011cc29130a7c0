import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { closeProcessWide } from "@/db/process-wide";
import { sql } from "@/db/sql";
import { fact } from "@/domain-events/catalog/fact";
import { wake } from "@/domain-events/dispatch/wake";
import { appendEvents } from "@/domain-events/log/append";
import { connectLiveLog, subscribeToLog } from "@/domain-events/log/tail";
import { tailCursorNow } from "@/domain-events/log/tail-rows";
import {
  admin,
  agent,
  clientId,
  clientPerson,
  foreignClientPerson,
  manager,
  otherClientId,
} from "@/testing/builders/actors";
import { bookingId, venues } from "@/testing/builders/bookings";
import {
  insertLoggedWorld,
  managedEventId,
  otherBookingId,
  otherEventId,
  recordFact,
} from "@/testing/builders/logged-world";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { type LiveMessage, liveChanges } from "./changes";
import type { LiveReader } from "./standing";

let own: TestDatabase;
let database: Database;
/** Positions of the facts that the tail has handed out, by id. */
const seen = new Map<string, string>();
const at = "2026-11-23T12:00:00.000Z";

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 6, applicationName: "live test" });
  await insertLoggedWorld(database);
  connectLiveLog(database);
  subscribeToLog(({ id, position }) => seen.set(id, position));
  // The tail begins with what is recorded after its first look: facts are added until one is seen.
  await vi.waitFor(async () => {
    await recordFact(database, resumed, { correlationId: "probe" });
    wake();
    expect(seen.size).toBeGreaterThan(0);
  });
});
afterAll(async () => {
  await closeProcessWide();
  await database.close();
  await own.drop();
});

async function readerOf({ id, role, clientId: ofClient }: PersonActor): Promise<LiveReader> {
  const sessionId = newId();
  await database.execute(sql`
    INSERT INTO auth_session (id, user_id, token, expires_at) VALUES (${sessionId}, ${id}, ${sessionId},
      now() + interval '30 days')`);
  return { sessionId, personId: id, role, clientId: ofClient };
}

/** An open stream; `ended` resolves when it is over, `heard` grows until then. */
async function open(person: PersonActor, recheckMs = 5_000) {
  const ending = new AbortController();
  const heard: LiveMessage[] = [];
  const reader = await readerOf(person);
  const stream = liveChanges(database, reader, { signal: ending.signal, recheckMs });
  const ended = (async () => {
    for await (const message of stream) heard.push(message);
  })();
  return { heard, ended, reader, end: () => ending.abort() };
}

const resumed = fact("LOG_HANDLER_RESUMED", {
  handler: "reporting",
  waiting: 0,
  reason: "A test.",
  resumedBy: admin.id,
  resumedAt: at,
});

const rejected = {
  rejectedBy: admin.id,
  rejectedAt: at,
  reason: "The park is closed.",
  allowResubmission: true,
};
const released = {
  kitAssignmentId: newId(),
  activityId: newId(),
  cancelledBy: admin.id,
  cancelledAt: at,
  reason: "Not needed.",
};
const confirmed = { locationId: venues.park.id, confirmedBy: manager.id, confirmedAt: at };

/** Facts of two clients, two events and the log itself; resolves to the id of the last one. */
async function recordAll(): Promise<string> {
  const other = { bookingId: otherBookingId, clientId: otherClientId };
  await recordFact(database, fact("BOOKING_REJECTED", { bookingId, clientId, ...rejected }));
  await recordFact(database, fact("BOOKING_REJECTED", { ...other, ...rejected }), {
    correlationId: otherBookingId,
  });
  await recordFact(database, fact("LOCATION_CONFIRMED", { eventId: managedEventId, ...confirmed }));
  await recordFact(database, fact("KIT_ASSIGNMENT_CANCELLED", { eventId: otherEventId, ...released }));
  const last = await recordFact(database, resumed, { correlationId: "handler" });
  wake();
  return last;
}

/** What one reader's stream said about these facts. */
async function heardBy(person: PersonActor): Promise<string[]> {
  const { heard, ended, end } = await open(person);
  const last = await recordAll();
  await vi.waitFor(() => {
    const position = seen.get(last);
    expect(heard).toContainEqual({ kind: "notifications", position });
  });
  end();
  await ended;
  return heard.flatMap((message) =>
    message.kind === "fact" && message.correlationId !== "probe"
      ? [`${message.type} ${message.correlationId} ×${message.count}`]
      : [],
  );
}

test("an admin hears everything", async () => {
  expect(await heardBy(admin)).toEqual([
    `BOOKING_REJECTED ${bookingId} ×1`,
    `BOOKING_REJECTED ${otherBookingId} ×1`,
    `LOCATION_CONFIRMED ${bookingId} ×1`,
    `KIT_ASSIGNMENT_CANCELLED ${bookingId} ×1`,
    "LOG_HANDLER_RESUMED handler ×1",
  ]);
});

test("a client hears of their own bookings and never of another client's", async () => {
  expect(await heardBy(clientPerson)).toEqual([`BOOKING_REJECTED ${bookingId} ×1`]);
  expect(await heardBy(foreignClientPerson)).toEqual([`BOOKING_REJECTED ${otherBookingId} ×1`]);
});

test("a manager hears of their own events and their bookings", async () => {
  expect(await heardBy(manager)).toEqual([
    `BOOKING_REJECTED ${bookingId} ×1`,
    `LOCATION_CONFIRMED ${bookingId} ×1`,
  ]);
});

test("a brand agent only hears that messages may have come", async () => {
  expect(await heardBy(agent)).toEqual([]);
});

test("a message carries ids and kinds, never data", async () => {
  const { heard, ended, end } = await open(clientPerson);
  await recordAll();
  await vi.waitFor(() => expect(heard).toContainEqual(expect.objectContaining({ kind: "fact" })));
  end();
  await ended;
  expect(heard.find(({ kind }) => kind === "fact")).toEqual({
    kind: "fact",
    position: expect.stringMatching(/^\d+$/),
    type: "BOOKING_REJECTED",
    category: "booking",
    count: 1,
    correlationId: bookingId,
    kinds: ["booking", "client", "user"],
  });
});

test("a stream that goes on after a break begins with a resync", async () => {
  const reader = await readerOf(agent);
  const ending = new AbortController();
  const stream = liveChanges(database, reader, { signal: ending.signal, lastEventId: "17" });
  expect(await stream.next()).toEqual({ done: false, value: { kind: "resync", position: "17" } });
  ending.abort();
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test("what is committed between the reading of a page and the start of its stream is told", async () => {
  const since = await tailCursorNow(database);
  await recordFact(database, fact("BOOKING_REJECTED", { bookingId, clientId, ...rejected }));
  const ending = new AbortController();
  const reader = await readerOf(clientPerson);
  const stream = liveChanges(database, reader, { signal: ending.signal, since });
  expect((await stream.next()).value).toMatchObject({
    kind: "fact",
    type: "BOOKING_REJECTED",
    correlationId: bookingId,
  });
  ending.abort();
  await stream.return();
});

test("a page that was read too long ago is read again", async () => {
  const since = await tailCursorNow(database);
  const far = fact("LOG_HANDLER_RESUMED", { ...resumed.payload });
  await database.transaction((tx) =>
    appendEvents(
      tx,
      Array.from({ length: 2_001 }, () => ({
        id: newId(),
        fact: far,
        correlationId: "far",
        source: "tests.record",
        metadata: { userId: admin.id },
        depth: 0,
      })),
    ),
  );
  const ending = new AbortController();
  const stream = liveChanges(database, await readerOf(agent), { signal: ending.signal, since });
  expect((await stream.next()).value).toMatchObject({ kind: "resync" });
  ending.abort();
  await stream.return();
});

test.each([
  [
    "the person is deactivated",
    (person: string) => sql`UPDATE person SET active = false WHERE id = ${person}`,
  ],
  ["the sessions are ended", (person: string) => sql`DELETE FROM auth_session WHERE user_id = ${person}`],
  ["the role changes", (person: string) => sql`UPDATE person SET role = 'agent' WHERE id = ${person}`],
])("a stream ends by itself when %s", async (_, change) => {
  const person: PersonActor = { kind: "person", id: newId(), role: "admin", clientId: null };
  await database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${person.id}, 'Zoe', ${`${person.id}@muster.example`}, 'admin')`);
  const { heard, ended } = await open(person, 20);
  await database.execute(change(person.id));
  await ended;
  const before = heard.length;
  await recordAll();
  expect(heard).toHaveLength(before);
});

test("an open stream does not count as use of the session", async () => {
  const { ended, end, reader } = await open(agent, 10);
  const used = sql`SELECT last_used_at FROM auth_session WHERE id = ${reader.sessionId}`;
  await database.execute(sql`
    UPDATE auth_session SET last_used_at = now() - interval '1 hour' WHERE id = ${reader.sessionId}`);
  const [before] = await database.query(used);
  await recordAll();
  expect((await database.query(used))[0]).toEqual(before);
  end();
  await ended;
});

test("one account has so many streams at most, and leaving makes room", async () => {
  const open6 = await Promise.all(Array.from({ length: 6 }, () => open(agent)));
  const seventh = await open(agent);
  await expect(seventh.ended).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  for (const { end, ended } of open6) {
    end();
    await ended;
  }
  const { ended, end } = await open(agent);
  end();
  await expect(ended).resolves.toBeUndefined();
});

test("streams end when the process stops", async () => {
  const { ended } = await open(agent);
  await closeProcessWide();
  await expect(ended).resolves.toBeUndefined();
});
