import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { closeProcessWide } from "@/db/process-wide";
import { sql } from "@/db/sql";
import { catalog } from "@/domain-events/catalog/catalog";
import { fact } from "@/domain-events/catalog/fact";
import { wake } from "@/domain-events/dispatch/wake";
import { appendEvents } from "@/domain-events/log/append";
import { connectLiveLog } from "@/domain-events/log/tail";
import { liveCursorNow } from "@/server/live/live-cursor";
import type { LiveReader } from "@/server/live/standing";
import { admin, agent, manager } from "@/testing/builders/actors";
import { insertLoggedWorld, managedEventId, recordFact } from "@/testing/builders/logged-world";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { tailInput } from "./inputs";
import { logTail, type TailMessage } from "./tail";

let own: TestDatabase;
let database: Database;
let reader: LiveReader;

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 6, applicationName: "tail test" });
  await insertLoggedWorld(database);
  connectLiveLog(database);
  const sessionId = newId();
  await database.execute(sql`
    INSERT INTO auth_session (id, user_id, token, expires_at)
    VALUES (${sessionId}, ${admin.id}, ${sessionId}, now() + interval '30 days')`);
  reader = { sessionId, personId: admin.id, role: "admin", clientId: null };
});
afterAll(async () => {
  await closeProcessWide();
  await database.close();
  await own.drop();
});

const shift = { eventId: managedEventId, userId: agent.id };
const offered = fact("STAFF_ASSIGNMENT_OFFERED", {
  ...catalog.STAFF_ASSIGNMENT_OFFERED.example,
  ...shift,
  offeredBy: manager.id,
});
const checkedIn = fact("STAFF_CHECKED_IN", { ...catalog.STAFF_CHECKED_IN.example, ...shift });

/** A tail from this place; `take` resolves to its next message that names an entry. */
function follow(input: object) {
  const ending = new AbortController();
  const until = { signal: ending.signal, nowMs: Date.now() };
  const stream = logTail(database, reader, tailInput.parse(input), until);
  const take = async (): Promise<TailMessage> => {
    for (;;) {
      const { value, done } = await stream.next();
      if (done) throw new Error("the tail ended");
      if (value.entries.length > 0) return value;
    }
  };
  const end = async () => {
    ending.abort();
    await stream.return();
  };
  return { take, end };
}

const idsOf = ({ entries }: TailMessage) => entries.map(({ id }) => id);

test("what was committed since the list was read comes first, then what is committed", async () => {
  const since = await liveCursorNow(database);
  const early = await recordFact(database, offered, { actor: manager });
  const tail = follow({ since });
  expect(idsOf(await tail.take())).toEqual([early]);
  const later = await recordFact(database, offered, { actor: manager });
  wake();
  expect(idsOf(await tail.take())).toEqual([later]);
  await tail.end();
});

test("only what the filter leaves is told", async () => {
  const since = await liveCursorNow(database);
  await recordFact(database, offered, { actor: manager });
  const wanted = await recordFact(database, checkedIn, { actor: agent });
  const tail = follow({ since, types: ["STAFF_CHECKED_IN"], actor: agent.id });
  expect(idsOf(await tail.take())).toEqual([wanted]);
  await tail.end();
});

test("an entry that commits late is told, with a place in front of what was told before it", async () => {
  const since = await liveCursorNow(database);
  const tail = follow({ since });
  const lateId = newId();
  const early = await database.transaction(async (tx) => {
    const metadata = { userId: manager.id };
    await appendEvents(tx, [
      { id: lateId, fact: offered, correlationId: "late", source: "tests.record", metadata, depth: 0 },
    ]);
    const other = await recordFact(database, offered, { actor: manager });
    wake();
    const message = await tail.take();
    expect(idsOf(message)).toEqual([other]);
    return message;
  });
  wake();
  const late = await tail.take();
  expect(idsOf(late)).toEqual([lateId]);
  expect(Number(late.entries[0]?.position)).toBeLessThan(Number(early.entries[0]?.position));
  await tail.end();
});

test("a tail that goes on from its last message misses nothing, not even what was still open then", async () => {
  const since = await liveCursorNow(database);
  const first = follow({ since });
  const lateId = newId();
  let cursor = "";
  await database.transaction(async (tx) => {
    const metadata = { userId: manager.id };
    await appendEvents(tx, [
      { id: lateId, fact: offered, correlationId: "open", source: "tests.record", metadata, depth: 0 },
    ]);
    await recordFact(database, offered, { actor: manager });
    wake();
    ({ cursor } = await first.take());
    await first.end();
  });
  const second = follow({ since, lastEventId: cursor });
  const told = [...idsOf(await second.take())];
  while (!told.includes(lateId)) told.push(...idsOf(await second.take()));
  expect(told).toContain(lateId);
  await second.end();
});
