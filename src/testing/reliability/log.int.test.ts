import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions";
import { reconcile } from "@/domain-events/dispatch/reconcile";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { appendEvents } from "@/domain-events/log/append";
import { readCorrelation, readEvent } from "@/domain-events/log/read";
import { searchEvents } from "@/domain-events/log/search";
import { createTestDatabase } from "@/testing/database";
import { brokenInvariants } from "./invariants";
import { aFact, createWorld, emit, emitRaw, statusOf, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
});
afterAll(async () => {
  await world.close();
  await world.test.drop();
});

const ALWAYS = "2020-01-01T00:00:00.000Z";

test("S-27 and S-28 an oversized payload, a NUL and metadata off the list are refused and nothing is written", async () => {
  const count = async () =>
    (await world.db.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM event_log")).rows[0]?.n;
  const before = await count();
  const bad = (title: string, metadata: object = {}) => {
    const fact = aFact("s-27");
    if (fact.fact.type !== "BOOKING_APPROVED") throw new Error("another type");
    const { payload } = fact.fact;
    return world.db.transaction((tx) =>
      appendEvents(tx, [
        {
          ...fact,
          metadata: { ...fact.metadata, ...metadata },
          fact: { ...fact.fact, type: "BOOKING_APPROVED", payload: { ...payload, title } },
        },
      ]),
    );
  };
  await expect(bad("x".repeat(1_000_000))).rejects.toThrow("Invalid BOOKING_APPROVED payload");
  await expect(bad("before\u0000after")).rejects.toThrow("NUL");
  await expect(bad("fine", { rrule: "x".repeat(5_000) })).rejects.toThrow("Invalid metadata");
  await expect(bad("fine", { injected: true })).rejects.toThrow("Invalid metadata");
  expect(await count()).toBe(before);
});

test("S-30 the same id a second time is ignored, with its deliveries; also when both come at once", async () => {
  const fact = aFact("s-30");
  const append = () => world.db.transaction((tx) => appendEvents(tx, [fact]));
  const both = await Promise.all([append(), append()]);
  expect(both.map((one) => one.length).sort()).toEqual([0, 1]);
  const other = aFact("s-30");
  const mixed = await world.db.transaction((tx) => appendEvents(tx, [fact, other]));
  expect(mixed.map((one) => one.id)).toEqual([other.id]);
  const { rows } = await world.db.pool.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM event_delivery WHERE event_id = $1",
    [fact.id],
  );
  expect(rows[0]?.n).toBe(3);
  for (const id of [fact.id, other.id]) {
    await world.superuser.pool.query("INSERT INTO reliability_state (event_id) VALUES ($1)", [id]);
  }
});

test("S-32 a type or version that this release does not know is put off, not dead, and shown raw", async () => {
  const unknown = await emitRaw(world, {
    type: "BOOKING_TELEPORTED",
    payload: { a: 1 },
    correlationId: "s-32",
  });
  const newer = await emitRaw(world, {
    type: "BOOKING_APPROVED",
    payload: { b: 2 },
    version: 9,
    correlationId: "s-32-b",
  });
  const dispatcher = world.dispatch();
  await dispatcher.idle();
  for (const id of [unknown, newer]) {
    const { rows } = await world.db.pool.query<{ minutes: number; attempts: number; dead: boolean }>(
      `SELECT round(extract(epoch FROM due_at - clock_timestamp()) / 60)::int AS minutes, attempts,
         dead_at IS NOT NULL AS dead FROM event_delivery WHERE event_id = $1 AND handler = 'workflow'`,
      [id],
    );
    expect(rows).toEqual([{ minutes: 5, attempts: 0, dead: false }]);
    expect((await readEvent(world.db, id))?.read).toMatchObject({ known: false, raw: { id } });
  }
  await dispatcher.stop();
  await world.superuser.pool.query("DELETE FROM event_delivery WHERE event_id = ANY ($1)", [
    [unknown, newer],
  ]);
});

test("S-35 fan-out follows the database's registry, and the reconciler finds and fills a hole", async () => {
  const other = await createTestDatabase();
  const rolling = await createWorld(other);
  try {
    await rolling.owner.pool.query("DELETE FROM event_subscription WHERE handler = 'workflow'");
    const [old] = await emit(rolling.db, [aFact("s-35")]);
    expect(await syncSubscriptions(rolling.db)).toBeGreaterThan(0);
    expect(await syncSubscriptions(rolling.db)).toBe(0);
    const [fresh] = await emit(rolling.db, [aFact("s-35")]);
    expect(await statusOf(rolling, old ?? "", "workflow")).toBeUndefined();
    expect((await statusOf(rolling, fresh ?? "", "workflow"))?.status).toBe("pending");
    expect(await reconcile(rolling.db, undefined, "0 seconds")).toBe(0);

    // A newer release adds a route; a process of this one that starts again must let it stand.
    await rolling.owner.pool.query(
      "INSERT INTO event_subscription VALUES ('workflow', 'BOOKING_SUBMITTED', clock_timestamp())",
    );
    expect(await syncSubscriptions(rolling.db)).toBe(0);
    // What an older release had registered and this one does not have is closed.
    await rolling.owner.pool.query("UPDATE event_handler SET revision = 0 WHERE name = 'workflow'");
    expect(await syncSubscriptions(rolling.db)).toBe(2);
    expect(await syncSubscriptions(rolling.db)).toBe(0);

    await rolling.owner.pool.query(
      "DELETE FROM event_delivery WHERE event_id = $1 AND handler = 'workflow'",
      [fresh],
    );
    expect(await reconcile(rolling.db, undefined, "0 seconds")).toBe(1);
    rolling.dispatch();
    await allDeliveriesSettled(rolling.db);
    expect(await brokenInvariants(rolling)).toEqual([]);
  } finally {
    await rolling.close();
    await other.drop();
  }
});

test("the reconciler looks at every fact once, however old, and says how far it came", async () => {
  const other = await createTestDatabase();
  const past = await createWorld(other);
  const figures = async () => {
    const { rows } = await past.db.pool.query<{ found: number; filled: number; age: number; run: boolean }>(
      `SELECT holes_found_total::int AS found, holes_filled_total::int AS filled, last_run_at IS NOT NULL AS run,
         round(extract(epoch FROM clock_timestamp() - checked_until) / 60)::int AS age FROM event_reconcile`,
    );
    return rows[0];
  };
  try {
    // More than one statement looks at, recorded three weeks ago, and nothing was owed for them.
    await past.owner.pool.query("UPDATE event_subscription SET since = '2020-01-01'");
    await past.owner.pool.query(`UPDATE event_reconcile SET checked_until = now() - interval '22 days'`);
    await past.superuser.pool.query(
      `INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, recorded_at, expires_on)
       SELECT gen_random_uuid(), 'BOOKING_CREATED', 'booking', at, 'old', 'test', '{}', at, at + interval '7 years'
       FROM (SELECT date_trunc('day', now()) - interval '21 days' + n * interval '1 millisecond' AS at
         FROM generate_series(1, 12000) AS n) AS moment`,
    );
    expect(await reconcile(past.db)).toBe(12_000);
    expect(await figures()).toEqual({ found: 12_000, filled: 12_000, run: true, age: 1 });
    expect(await reconcile(past.db)).toBe(0);
    const { rows } = await past.db.pool.query("SELECT count(*)::int AS n FROM event_delivery");
    expect(rows).toEqual([{ n: 12_000 }]);
  } finally {
    await past.close();
    await other.drop();
  }
});

test("nobody changes the log: not the application by its grants, not the owner past its triggers", async () => {
  await emit(world.db, [aFact("append-only")]);
  const dispatcher = world.dispatch();
  await allDeliveriesSettled(world.db);
  await dispatcher.stop();
  const leaves = await world.superuser.pool.query<{ leaf: string }>("SELECT leaf FROM event_partition");
  const tables = ["event_log", "event_attempt", "event_log_booking", ...leaves.rows.map((row) => row.leaf)];
  for (const table of tables) {
    for (const statement of [
      `TRUNCATE ${table}`,
      `DELETE FROM ${table}`,
      `UPDATE ${table} SET type = type`,
    ]) {
      await expect(world.db.pool.query(statement), `app: ${statement}`).rejects.toThrow("permission denied");
    }
    await expect(world.owner.pool.query(`TRUNCATE ${table}`), `owner: TRUNCATE ${table}`).rejects.toThrow(
      "append-only",
    );
  }
  for (const table of ["event_log", "event_attempt"]) {
    for (const statement of [`DELETE FROM ${table}`, `UPDATE ${table} SET type = 'x'`]) {
      await expect(world.owner.pool.query(statement), `owner: ${statement}`).rejects.toThrow("append-only");
      await expect(world.superuser.pool.query(statement)).rejects.toThrow("append-only");
    }
  }
});

test("reporting tools read the two public names, and nothing else", async () => {
  const reader = await world.superuser.pool.connect();
  try {
    await reader.query("SET ROLE muster_reader");
    for (const name of ["event_log", "event_processing"]) await reader.query(`SELECT * FROM ${name} LIMIT 1`);
    for (const statement of [
      "SELECT * FROM person",
      "SELECT * FROM event_delivery",
      "DELETE FROM event_log",
    ]) {
      await expect(reader.query(statement), statement).rejects.toThrow("permission denied");
    }
  } finally {
    await reader.query("RESET ROLE");
    reader.release();
  }
});

test("a search pages by time and position, stable while facts are added; a correlation reads newest first", async () => {
  const correlationId = `search-${newId()}`;
  const ids = await emit(
    world.db,
    Array.from({ length: 7 }, () => aFact(correlationId)),
  );
  const seen: string[] = [];
  let cursor: { recordedAt: string; position: string } | undefined;
  do {
    const page = await searchEvents(world.db, {
      correlationId,
      from: ALWAYS,
      to: new Date(Date.now() + 3_600_000).toISOString(),
      limit: 3,
      types: ["BOOKING_APPROVED"],
      ...(cursor && { cursor }),
    });
    seen.push(...page.events.flatMap((one) => (one.read.known ? [one.read.event.id] : [])));
    cursor = page.next;
    await emit(world.db, [aFact(correlationId)]);
  } while (cursor);
  expect(seen).toEqual([...ids].reverse());
  const timeline = await readCorrelation(world.db, correlationId, { limit: 2 });
  expect(timeline).toHaveLength(2);
  const older = await readCorrelation(world.db, correlationId, {
    limit: 100,
    before: timeline[1]?.position ?? "0",
  });
  expect(older).toHaveLength(ids.length + 3 - 2);
});
