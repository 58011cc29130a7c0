import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { newId } from "@/commands/new-id";
import { sql } from "@/db/sql";
import { catalog } from "@/domain-events/catalog/catalog";
import { fact } from "@/domain-events/catalog/fact";
import type { Handler } from "@/domain-events/dispatch/handler";
import { MASK } from "@/domain-events/catalog/mask";
import { env } from "@/env";
import { buildHandlers } from "@/handlers/registry";
import { approveInput } from "@/modules/bookings/inputs";
import { replayPreviewInput } from "@/modules/operations/inputs";
import { dryRun } from "@/server/log-view/dry-run";
import { createCaller } from "@/server/router";
import { admin, agent, manager } from "@/testing/builders/actors";
import { recordFact } from "@/testing/builders/logged-world";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";

let world: HandledWorld;
let bookingId: string;

beforeAll(async () => {
  // Read once and kept; the address itself is never dialed.
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1:1/unused");
  env();
  world = await createHandledWorld({ mail: false });
  ({ bookingId } = await world.submitted(["2027-03-06T10:00", "2027-03-13T10:00"]));
});
afterAll(() => world.close());

const caller = () =>
  createCaller({
    database: world.database,
    requestId: newId(),
    headers: new Headers(),
    person: () =>
      Promise.resolve({
        sessionId: newId(),
        personId: admin.id,
        role: admin.role,
        clientId: null,
        name: "Ana Admin",
        email: "ana@people.example",
        timeZone: null,
        signedInAt: new Date(),
      }),
  });

const range = (handler: string, more: object = {}) =>
  replayPreviewInput.parse({ handler, from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z", ...more });

const dry = (
  handler: string,
  more: object = {},
  handlers: readonly Handler[] = buildHandlers({ mail: true }),
) => dryRun(world.database, range(handler, more), handlers);

/** All that a dry run could leave behind. */
async function traces() {
  const [row] = await world.database.query(sql`
    SELECT (SELECT count(*)::int FROM event_log) AS facts, (SELECT count(*)::int FROM event_attempt) AS attempts,
      (SELECT count(*)::int FROM event_delivery) AS deliveries, (SELECT count(*)::int FROM notification) AS messages,
      (SELECT count(*)::int FROM outgoing_mail) AS mails, (SELECT count(*)::int FROM report_booking_fact) AS reported`);
  return row;
}

const replay = (handler: string, more: object = {}) =>
  caller().log.replay({ ...range(handler, more), reason: "A report was rebuilt." });

describe("a dry run", () => {
  test("of what is done says that no row would change", async () => {
    const { tried, toTry, tables, failures } = await dry("reporting");
    expect([tried, toTry, tables, failures]).toEqual([2, 2, [], []]);
  });

  test("names the rows that would come back, and leaves nothing behind", async () => {
    const lost = await world.database.query<{ event_id: string }>(sql`
      DELETE FROM report_booking_fact WHERE booking_id = ${bookingId} RETURNING event_id`);
    const before = await traces();
    const { tables } = await dry("reporting");
    expect(tables).toEqual([
      {
        table: "report_booking_fact",
        inserted: 2,
        updated: 0,
        deleted: 0,
        keys: expect.arrayContaining(lost.map(({ event_id }) => event_id)),
      },
    ]);
    expect(await traces()).toEqual(before);
    await replay("reporting");
    await world.settled();
    expect(await dry("reporting")).toMatchObject({ tables: [] });
  });

  test("keeps side effects off, and shows them as rows when they are asked for", async () => {
    await world.database.execute(sql`DELETE FROM notification`);
    const before = await traces();
    expect((await dry("notification")).tables).toEqual([]);
    const { tables } = await dry("notification", { sideEffects: true });
    expect(tables.map(({ table, inserted }) => [table, inserted])).toEqual([
      ["notification", 3],
      ["outgoing_mail", 3],
    ]);
    expect(await traces()).toEqual(before);
  });

  test("counts what succeeds although an entry in between fails, and says which and why", async () => {
    await world.database.execute(sql`DELETE FROM report_booking_fact`);
    const [reporting] = buildHandlers({ mail: false }).filter(({ name }) => name === "reporting");
    if (!reporting) throw new Error("reporting");
    const failing: Handler = {
      name: "reporting",
      handle: async (event, context) => {
        await reporting.handle(event, context);
        if (event.type === "BOOKING_CREATED") await context.tx.execute(sql`SELECT 1 / 0`);
      },
    };
    const { failures, tables, tried, toTry } = await dry("reporting", {}, [failing]);
    expect(tried).toBe(toTry);
    expect(failures).toMatchObject([
      { type: "BOOKING_CREATED", error: expect.stringContaining("division by zero") },
    ]);
    expect(tables).toMatchObject([{ table: "report_booking_fact", inserted: 1 }]);
    await replay("reporting");
    await world.settled();
  });

  test("does not show what others change meanwhile", async () => {
    const [reporting] = buildHandlers({ mail: false }).filter(({ name }) => name === "reporting");
    if (!reporting) throw new Error("reporting");
    const meddled: Handler = {
      name: "reporting",
      handle: async (_event, { tx }) => {
        await tx.execute(sql`UPDATE client SET version = version + 1 WHERE name = 'Acme Drinks'`);
        await world.database.execute(sql`UPDATE client SET version = version + 1 WHERE name = 'Other Foods'`);
      },
    };
    const { tables } = await dry("reporting", { factType: "BOOKING_CREATED" }, [meddled]);
    const [acme] = await world.database.query<{ id: string }>(sql`
      SELECT id FROM client WHERE name = 'Acme Drinks'`);
    expect(tables).toEqual([{ table: "client", inserted: 0, updated: 1, deleted: 0, keys: [acme?.id] }]);
  });
});

describe("a replay to the real handlers", () => {
  const messages = () =>
    world.database.query<{ event_id: string }>(
      sql`SELECT event_id FROM notification ORDER BY event_id, recipient_id`,
    );

  test("tells nobody; asked for in so many words, only those who have no message yet", async () => {
    await world.database.execute(sql`DELETE FROM notification`);
    await replay("notification");
    await world.settled();
    expect(await messages()).toEqual([]);
    await replay("notification", { sideEffects: true });
    await world.settled();
    const told = await messages();
    expect(told).toHaveLength(3);
    await replay("notification", { sideEffects: true });
    await world.settled();
    expect(await messages()).toEqual(told);
  });

  test("counts nothing twice in the reports and makes nothing twice in the workflow", async () => {
    const { version } = await present();
    await world.book(admin, {
      type: "approve",
      ...approveInput.parse({ bookingId, version, eventDates: await world.dates(bookingId) }),
    });
    const count = async () =>
      (
        await world.database.query(sql`
          SELECT (SELECT count(*)::int FROM event_instance) AS events, (SELECT count(*)::int FROM report_booking_fact) AS reported,
            (SELECT count(*)::int FROM event_log WHERE category <> 'system') AS facts`)
      )[0];
    const before = await count();
    await replay("workflow");
    await replay("reporting");
    await world.settled();
    expect(await count()).toEqual(before);
  });
});

async function present() {
  const [row] = await world.database.query<{ version: number }>(sql`
    SELECT version FROM booking WHERE id = ${bookingId}`);
  if (!row) throw new Error("no booking");
  return row;
}

describe("looking at personal fields", () => {
  const offer = () =>
    recordFact(
      world.database,
      fact("STAFF_ASSIGNMENT_OFFERED", {
        ...catalog.STAFF_ASSIGNMENT_OFFERED.example,
        userId: agent.id,
        offeredBy: manager.id,
      }),
      { actor: manager, correlationId: bookingId },
    );
  // It names an event that is nowhere, so that nobody can ever be told of it.
  afterAll(() =>
    world.database.execute(sql`DELETE FROM event_delivery WHERE type = 'STAFF_ASSIGNMENT_OFFERED'`),
  );
  const looks = (factId: string) =>
    world.database.query<{ payload: { fields: string[]; reason: string } }>(sql`
      SELECT payload FROM event_log WHERE correlation_id = ${factId} AND type = 'LOG_PERSONAL_DATA_VIEWED'`);

  test("shows what is masked otherwise, and is on record with the fields and the reason", async () => {
    const factId = await offer();
    const masked = await caller().log.byId({ id: factId });
    expect(masked.payload).toMatchObject({ compensation: { rate: MASK } });
    const seen = await caller().log.unmask({
      factId,
      reason: "The agent asked.",
      idempotencyKey: "look-once-0001",
    });
    const { compensation } = catalog.STAFF_ASSIGNMENT_OFFERED.example;
    expect(seen.payload).toMatchObject({ compensation });
    expect(seen.fields).toContain("compensation.rate");
    expect(await looks(factId)).toMatchObject([
      { payload: { fields: seen.fields, reason: "The agent asked." } },
    ]);
    const again = await caller().log.unmask({
      factId,
      reason: "The agent asked.",
      idempotencyKey: "look-once-0001",
    });
    expect(again).toMatchObject({ repeated: true, payload: { compensation } });
    expect(await looks(factId)).toHaveLength(1);
  });

  test("keeps no value beside the log, not even for a repeated key", async () => {
    const [kept] = await world.database.query<{ result: unknown }>(sql`
      SELECT result FROM command_receipt WHERE idempotency_key = 'look-once-0001'`);
    expect(kept?.result).toEqual({ fields: expect.any(Array) });
    expect(JSON.stringify(kept)).not.toContain('"rate"');
  });

  test("of an entry without any is no event", async () => {
    const [created] = await world.database.query<{ id: string }>(sql`
      SELECT id FROM event_log WHERE type = 'BOOKING_CREATED' LIMIT 1`);
    const factId = created?.id ?? "";
    expect(await caller().log.unmask({ factId, reason: "Curious." })).toMatchObject({
      eventIds: [],
      fields: [],
    });
    expect(await looks(factId)).toEqual([]);
  });
});

test("one entry's deliveries come with what operators did to them, in words", async () => {
  const [created] = await world.database.query<{ id: string }>(sql`
    SELECT id FROM event_log WHERE type = 'BOOKING_SUBMITTED' LIMIT 1`);
  const factId = created?.id ?? "";
  await world.database.execute(sql`
    INSERT INTO event_delivery (handler, order_key, position, run, event_id, type, category, recorded_at, expires_on,
      due_at, attempts, failures, dead_at, last_error)
    SELECT 'reporting', id::text, position, 9, id, type, category, recorded_at, expires_on, now(), 1, 1, now(), 'Error: x'
    FROM event_log WHERE id = ${factId}`);
  await caller().log.skip({ handler: "reporting", factId, reason: "Settled by hand." });
  const { deliveries, acts } = await caller().log.deliveries({ factId });
  expect(deliveries.map(({ handler, run, state }) => [handler, run, state])).toContainEqual([
    "reporting",
    9,
    "skipped",
  ]);
  expect(deliveries.find(({ handler, run }) => handler === "notification" && run === 0)).toMatchObject({
    state: "done",
    attempts: 1,
    blockedBy: null,
    can: { retry: false, skip: false },
  });
  expect(acts).toMatchObject([
    {
      actor: "Ana Admin",
      title: "skipped a delivery to reporting",
      details: [{ label: "Reason", text: "Settled by hand." }],
    },
  ]);
});

test("a test entry is recorded and handled like any other, and not twice for one wish", async () => {
  const sent = await caller().log.sendTest({ idempotencyKey: "one-test" });
  expect(await caller().log.sendTest({ idempotencyKey: "one-test" })).toMatchObject({
    eventIds: sent.eventIds,
    repeated: true,
  });
  const { lines } = await caller().log.search({ correlationId: sent.chain });
  expect(lines.map(({ actor, title }) => `${actor} ${title}`)).toEqual(["Ana Admin sent a test entry"]);
  await world.settled();
  const [factId = ""] = sent.eventIds;
  const { deliveries } = await caller().log.deliveries({ factId });
  expect(deliveries.map(({ handler, state }) => [handler, state])).toEqual([["reporting", "done"]]);
  expect((await caller().log.catalogue()).canSendTest).toBe(true);
});
