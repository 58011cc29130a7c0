import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import type { PersonActor } from "@/commands/actor";
import { createDatabase, type Database } from "@/db/database";
import { closeProcessWide } from "@/db/process-wide";
import { sql } from "@/db/sql";
import { fact } from "@/domain-events/catalog/fact";
import { wake } from "@/domain-events/dispatch/wake";
import { connectLiveLog } from "@/domain-events/log/tail";
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
const at = "2026-11-23T12:00:00.000Z";

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 6, applicationName: "live test" });
  await insertLoggedWorld(database);
});
beforeEach(() => connectLiveLog(database));
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

/** An open stream, its first wait already begun, so that nothing recorded afterwards is missed. */
async function open(person: PersonActor, recheckMs = 5_000) {
  const ended = new AbortController();
  const stream = liveChanges(database, await readerOf(person), { signal: ended.signal, recheckMs });
  const first = stream.next();
  return { stream, first, end: () => ended.abort() };
}

/** All messages up to the first "notifications", which closes every batch. */
async function batch({ stream, first }: Awaited<ReturnType<typeof open>>): Promise<LiveMessage[]> {
  const messages: LiveMessage[] = [];
  for (let step = await first; step.done !== true; step = await stream.next()) {
    messages.push(step.value);
    if (step.value.kind === "notifications") break;
  }
  return messages;
}

/** Starting the tail takes one look at the log; facts recorded before it belong to the past. */
async function tailIsReady(): Promise<void> {
  const { subscribeToLog } = await import("@/domain-events/log/tail");
  await new Promise<void>((resolve) => {
    const unsubscribe = subscribeToLog(() => {
      unsubscribe();
      resolve();
    });
    const probe = async () => {
      await recordFact(database, fact("LOG_HANDLER_RESUMED", paused), { correlationId: "probe" });
      wake();
    };
    void probe();
  });
}

const paused = { handler: "reporting", waiting: 0, reason: "A test.", resumedBy: admin.id, resumedAt: at };
