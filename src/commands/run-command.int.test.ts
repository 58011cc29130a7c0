import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { isConnectionLost } from "@/db/errors";
import { sql } from "@/db/sql";
import { InvalidEventError } from "@/domain-events/catalog/envelope";
import { onWake } from "@/domain-events/dispatch/wake";
import { withClient } from "@/launch/roles.mjs";
import type { BookingCommand } from "@/modules/bookings/commands";
import { createInput, updateInput } from "@/modules/bookings/inputs";
import { bookings } from "@/modules/bookings/module";
import { admin, clientPerson, foreignClientPerson, manager, testId } from "@/testing/builders/actors";
import { planOf, venues } from "@/testing/builders/bookings";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { startCutOffProxy } from "@/testing/cut-off-proxy";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { joinCommand, runCommand } from "./run-command";

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = createDatabase({ url: testDatabase.url, max: 8, applicationName: "test" });
  await insertDirectory(database);
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const content = {
  title: "Tour",
  locationIds: [venues.park.id],
  schedule: { kind: "dates", dates: [{ localStart: "2027-03-06T10:00", durationMinutes: 60 }] },
  plan: planOf(),
  contact: null,
  notes: "",
};
const create: BookingCommand = { type: "create", ...createInput.parse(content) };
const origin = { actor: clientPerson };

/** How many rows of each table a command may touch there are. */
async function rowCounts() {
  const [row] = await database.query<Record<string, number>>(sql`
    SELECT (SELECT count(*)::int FROM booking) AS bookings, (SELECT count(*)::int FROM booking_date) AS dates,
      (SELECT count(*)::int FROM booking_revision) AS revisions, (SELECT count(*)::int FROM event_log) AS facts,
      (SELECT count(*)::int FROM event_identity) AS ids, (SELECT count(*)::int FROM command_receipt) AS receipts`);
  if (!row) throw new Error("no counts");
  return row;
}

async function added(before: Record<string, number>) {
  const after = await rowCounts();
  return Object.fromEntries(
    Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]),
  );
}

const nothing = { bookings: 0, dates: 0, revisions: 0, facts: 0, ids: 0, receipts: 0 };
const one = { bookings: 1, dates: 1, revisions: 1, facts: 1, ids: 1, receipts: 1 };

test("the same key and body gets the first answer again and writes nothing", async () => {
  const before = await rowCounts();
  const first = await runCommand(database, bookings, create, { ...origin, idempotencyKey: "same" });
  const again = await runCommand(database, bookings, create, { ...origin, idempotencyKey: "same" });
  expect(again).toEqual({ ...first, repeated: true });
  expect(await added(before)).toEqual(one);
  const kept = await database.query(sql`
    SELECT command, actor_id, event_ids::text[] FROM command_receipt WHERE idempotency_key = 'same'`);
  expect(kept).toEqual([
    { command: "bookings.create", actor_id: clientPerson.id, event_ids: first.eventIds },
  ]);
});

test("the order of fields makes no other body", async () => {
  const reversed = Object.fromEntries(Object.entries(create).reverse()) as typeof create;
  const first = await runCommand(database, bookings, create, { ...origin, idempotencyKey: "order" });
  const again = await runCommand(database, bookings, reversed, { ...origin, idempotencyKey: "order" });
  expect(again).toEqual({ ...first, repeated: true });
});

test("the same key with another body is a conflict", async () => {
  await runCommand(database, bookings, create, { ...origin, idempotencyKey: "other" });
  const before = await rowCounts();
  const other = { ...create, title: "Another" } as BookingCommand;
  await expect(
    runCommand(database, bookings, other, { ...origin, idempotencyKey: "other" }),
  ).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await added(before)).toEqual(nothing);
});

test("two people may choose the same key", async () => {
  const first = await runCommand(database, bookings, create, { ...origin, idempotencyKey: "shared" });
  const other = await runCommand(database, bookings, create, {
    actor: { ...clientPerson, id: testId(2, 50) },
    idempotencyKey: "shared",
  });
  expect(other.result?.bookingId).not.toBe(first.result?.bookingId);
});

test("a double click does the work once, and both get its answer", async () => {
  const before = await rowCounts();
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      runCommand(database, bookings, create, { ...origin, idempotencyKey: "double" }),
    ),
  );
  expect(new Set(answers.map((answer) => answer.result?.bookingId)).size).toBe(1);
  expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1);
  expect(await added(before)).toEqual(one);
});

test("a refusal keeps nothing, so that the same key can be used again", async () => {
  const before = await rowCounts();
  const key = { ...origin, idempotencyKey: "refused" };
  const wrong = { ...create, locationIds: [venues.closed.id] } as BookingCommand;
  await expect(runCommand(database, bookings, wrong, key)).rejects.toMatchObject({ code: "INVALID" });
  expect(await added(before)).toEqual(nothing);
  await runCommand(database, bookings, create, key);
  expect(await added(before)).toEqual(one);
});

test("a fact that breaks its contract leaves nothing behind, although the row was saved before it", async () => {
  const before = await rowCounts();
  const broken: typeof bookings = {
    ...bookings,
    decide: (...args) =>
      bookings.decide(...args).map((fact) => ({ ...fact, payload: { ...fact.payload, title: 42 } as never })),
  };
  const attempt = runCommand(database, broken, create, { ...origin, idempotencyKey: "broken" });
  await expect(attempt).rejects.toBeInstanceOf(InvalidEventError);
  expect(await added(before)).toEqual(nothing);
});

test("a store that asks before it writes leaves nothing behind either when the facts are refused first", async () => {
  const before = await rowCounts();
  let saving: Promise<void> = Promise.resolve();
  const slow: typeof bookings = {
    ...bookings,
    decide: (...args) =>
      bookings.decide(...args).map((fact) => ({ ...fact, payload: { ...fact.payload, title: 42 } as never })),
    save: (tx, change) => {
      saving = tx.query(sql`SELECT 1`).then(() => bookings.save(tx, change));
      return saving;
    },
  };
  await expect(runCommand(database, slow, create, origin)).rejects.toBeInstanceOf(InvalidEventError);
  await saving.catch(() => undefined);
  expect(await added(before)).toEqual(nothing);
});

test("the dispatcher is woken after a commit that added facts, and only then", async () => {
  let woken = 0;
  const stop = onWake(() => {
    woken += 1;
  });
  await runCommand(database, bookings, create, { ...origin, idempotencyKey: "wake" });
  expect(woken).toBe(1);
  await runCommand(database, bookings, create, { ...origin, idempotencyKey: "wake" });
  await runCommand(database, bookings, create, { actor: manager }).catch(() => undefined);
  stop();
  expect(woken).toBe(1);
});

test("what the policy answers becomes a refusal", async () => {
  const { result } = await runCommand(database, bookings, create, origin);
  if (!result) throw new Error("created");
  const edit = updateInput.parse({ bookingId: result.bookingId, version: result.version, title: "Mine" });
  const attempt = (actor: typeof clientPerson) =>
    runCommand(database, bookings, { type: "update", ...edit }, { actor });
  await expect(attempt(foreignClientPerson)).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: "There is no such booking.",
  });
  await expect(runCommand(database, bookings, create, { actor: manager })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("a reaction names its cause, is one deeper, and derives its records' ids but not its facts'", async () => {
  const [fact] = (await runCommand(database, bookings, create, origin)).eventIds;
  if (!fact) throw new Error("one fact");
  const cause = { eventId: fact, depth: 3, source: "workflow.try-out", step: "copy:1" };
  const bySystem: typeof bookings = { ...bookings, policy: () => "allow" };
  const command: BookingCommand = {
    type: "create",
    ...createInput.parse({ ...content, clientId: clientPerson.clientId }),
  };
  const run = () =>
    database.transaction((tx) =>
      joinCommand(tx, bySystem, command, { actor: { kind: "system", handler: "workflow" }, cause }),
    );
  const answer = await run();
  const rows = await database.query(sql`
    SELECT depth, source, causation_id, actor_id FROM event_log WHERE id = ${answer.eventIds[0]}`);
  expect(rows).toEqual([{ depth: 4, source: "workflow.try-out", causation_id: fact, actor_id: "system" }]);
  await expect(run(), "the same record's id again").rejects.toMatchObject({ code: "23505" });
});

test("the seventeenth cause is refused and nothing is written", async () => {
  const before = await rowCounts();
  const cause = { eventId: testId(9, 1), depth: 16, source: "workflow.try-out", step: "copy" };
  const attempt = runCommand(database, bookings, create, { ...origin, cause });
  await expect(attempt).rejects.toMatchObject({ permanent: true });
  expect(await added(before)).toEqual(nothing);
});

test("a deadlock's victim is tried again", async () => {
  let tries = 0;
  const unlucky: typeof bookings = {
    ...bookings,
    load: (tx, command, context) => {
      tries += 1;
      if (tries < 3) throw Object.assign(new Error("deadlock detected"), { code: "40P01" });
      return bookings.load(tx, command, context);
    },
  };
  const answer = await runCommand(database, unlucky, create, origin);
  expect([tries, answer.result?.status]).toEqual([3, "draft"]);
  tries = -10;
  await expect(runCommand(database, unlucky, create, origin)).rejects.toMatchObject({ code: "40P01" });
});

test("a connection that is lost after the COMMIT took effect: the key finds the answer", async () => {
  const proxy = await startCutOffProxy(testDatabase.url);
  const behind = createDatabase({ url: proxy.url, max: 2, applicationName: "test" });
  try {
    const before = await rowCounts();
    proxy.cutAtCommit();
    const key = { ...origin, idempotencyKey: "cut" };
    const error = await runCommand(behind, bookings, create, key).catch((reason: unknown) => reason);
    expect(isConnectionLost(error)).toBe(true);
    expect(await added(before)).toEqual(one);
    const answer = await runCommand(behind, bookings, create, key);
    expect(answer).toMatchObject({ repeated: true, result: { status: "draft" } });
    expect(await added(before)).toEqual(one);
  } finally {
    await behind.close();
    await proxy.close();
  }
});

/** Makes every COMMIT of a new booking wait for the advisory lock, until the returned function is called. */
async function holdCommits() {
  await withClient(testDatabase.ownerUrl, (owner) =>
    owner.query(`
      CREATE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER booking_wait AFTER INSERT ON booking
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_at_commit()`),
  );
  return () =>
    withClient(testDatabase.ownerUrl, (owner) =>
      owner.query("DROP TRIGGER booking_wait ON booking; DROP FUNCTION wait_at_commit"),
    );
}

test("a connection that is killed while the COMMIT runs: nothing happened, and the key does it once", async () => {
  const before = await rowCounts();
  const release = await holdCommits();
  const key = { ...origin, idempotencyKey: "killed" };
  try {
    await withClient(testDatabase.superuserUrl, async (superuser) => {
      await superuser.query("SELECT pg_advisory_lock(4711)");
      const attempt = runCommand(database, bookings, create, key).catch((reason: unknown) => reason);
      const waiting = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted";
      let pid: unknown;
      while (pid === undefined) pid = (await superuser.query(waiting)).rows[0]?.pid;
      await superuser.query("SELECT pg_terminate_backend($1)", [pid]);
      expect(isConnectionLost(await attempt)).toBe(true);
    });
  } finally {
    await release();
  }
  expect(await added(before)).toEqual(nothing);
  expect(await runCommand(database, bookings, create, key)).toMatchObject({ repeated: false });
  expect(await added(before)).toEqual(one);
});

test("an admin may begin a booking for a client, and has to say for which", async () => {
  await expect(runCommand(database, bookings, create, { actor: admin })).rejects.toMatchObject({
    code: "INVALID",
    details: { fields: { clientId: expect.any(String) } },
  });
});
