import { afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "@/db/sql";
import { reconcile } from "@/domain-events/dispatch/reconcile";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { appendEvents } from "@/domain-events/log/append";
import { createTestDatabase } from "@/testing/database";
import { aFact, createWorld, emit, facts, withFault, type World } from "@/testing/reliability/world";
import { countFresh } from "./count";
import { readSample, takeSample, unaccounted } from "./sample";
import { readByType, readLifetime, readSeries } from "./series";

let world: World;
beforeEach(async () => {
  world = await createWorld(await createTestDatabase());
});
afterEach(async () => {
  await world.close();
  await world.test.drop();
});

async function countAll(widthMax?: number): Promise<number> {
  for (let turns = 1; ; turns += 1) {
    const counted = await countFresh(world.db, takeSample, widthMax);
    if (counted?.isCaughtUp) return turns;
  }
}

async function appended(): Promise<Record<string, number>> {
  const rows = await readLifetime(world.db);
  return Object.fromEntries(rows.map((row) => [row.handler || "facts", row.appended]));
}

async function missing(): Promise<Record<string, number>> {
  const sample = await readSample(world.db);
  return Object.fromEntries((sample?.accounts ?? []).map((one) => [one.handler, unaccounted(one)]));
}

const nothingMissing = { notification: 0, reporting: 0, workflow: 0 };

test("facts, what is owed for them and what became of it are counted once", async () => {
  let failures = 0;
  world.dispatch({
    handlers: withFault("workflow", async () => {
      failures += 1;
      if (failures === 1) throw new Error("for once");
    }),
  });
  await emit(world.db, facts(20, 5));
  await allDeliveriesSettled(world.db);
  await countAll();
  await countAll();

  expect(await appended()).toEqual({ facts: 20, notification: 20, reporting: 20, workflow: 20 });
  const workflow = (await readLifetime(world.db)).find((row) => row.handler === "workflow");
  expect(workflow).toMatchObject({
    type: "BOOKING_APPROVED",
    done: 20,
    failed: 1,
    retried: 1,
    dead: 0,
    settled: 20,
  });
  expect(workflow?.latency.reduce((sum, count) => sum + count, 0)).toBe(20);
  expect(workflow?.latencySumMs).toBeGreaterThan(1_000);
  expect(await missing()).toEqual(nothingMissing);
});

test("series and sums per type say the same as the totals", async () => {
  world.dispatch();
  await emit(world.db, facts(12, 12));
  await allDeliveriesSettled(world.db);
  await countAll();
  const now = new Date(Date.now() + 60_000);
  for (const range of ["1h", "24h", "7d", "30d"] as const) {
    const series = await readSeries(world.db, range, now);
    const sum = (handler: string, of: "appended" | "done") =>
      series.filter((point) => point.handler === handler).reduce((total, point) => total + point[of], 0);
    expect([sum("", "appended"), sum("reporting", "appended"), sum("reporting", "done")]).toEqual([
      12, 12, 12,
    ]);
    expect(await readByType(world.db, range, now)).toMatchObject([
      { handler: "notification", appended: 12, done: 12 },
      { handler: "reporting", appended: 12, done: 12 },
      { handler: "workflow", appended: 12, done: 12, p50: expect.any(Number) },
    ]);
  }
});

test("a fact that commits late is counted when it commits, and keeps nobody else waiting", async () => {
  const client = await world.db.pool.connect();
  await client.query("BEGIN; SELECT pg_current_xact_id()");
  await emit(world.db, facts(3, 3));
  await countAll();
  expect(await appended()).toMatchObject({ facts: 3 });

  await client.query(
    `INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, recorded_at, expires_on)
     VALUES (gen_random_uuid(), 'BOOKING_APPROVED', 'booking', now(), 'late', 'tests', '{}', clock_timestamp(), '2033-01-01')`,
  );
  await countAll();
  expect(await appended()).toMatchObject({ facts: 3 });
  await client.query("COMMIT");
  client.release();
  await countAll();
  await countAll();
  expect(await appended()).toMatchObject({ facts: 4 });
});

test("a rolled back append is not counted", async () => {
  const undone = world.db.transaction(async (tx) => {
    await appendEvents(tx, facts(5, 1));
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await countAll();
  expect(await appended()).toEqual({});
});

test("several processes at once count each row once, in steps however small", async () => {
  await emit(world.db, facts(40, 8));
  const turns = await Promise.all(
    [countAll(60), countAll(60), countAll(60)].map((one) => one.catch(() => 0)),
  );
  await countAll();
  expect(Math.max(...turns)).toBeGreaterThan(1);
  expect(await appended()).toEqual({ facts: 40, notification: 40, reporting: 40, workflow: 40 });
});

test("owed = ended + waiting + parked holds at every moment of the work", async () => {
  world.dispatch({
    handlers: withFault("notification", async (eventId) => {
      if (eventId.endsWith("0")) throw Object.assign(new Error("never"), { permanent: true });
    }),
  });
  const emitting = emit(world.db, facts(150, 10));
  for (let looks = 0; looks < 15; looks += 1) {
    await countAll();
    expect(await missing()).toSatisfy((all: object) => Object.values(all).every((one) => one === 0));
  }
  await emitting;
  await allDeliveriesSettled(world.db);
  await countAll();
  expect(await missing()).toEqual(nothingMissing);
});

test("a delivery that is lost does not add up until the reconciler has filled the hole", async () => {
  const [id] = await emit(world.db, [aFact("hole")]);
  await countAll();
  expect(await missing()).toEqual(nothingMissing);
  await world.superuser.execute(sql`
    DELETE FROM event_delivery WHERE event_id = ${id}::uuid AND handler = 'workflow'`);
  await countAll();
  expect(await missing()).toEqual({ ...nothingMissing, workflow: 1 });

  expect(await reconcile(world.db, undefined, "0 seconds")).toBe(1);
  await countAll();
  expect(await missing()).toEqual(nothingMissing);
});

test("after a restore into another cluster only what is new is counted", async () => {
  await emit(world.db, facts(4, 4));
  await countAll();
  await world.superuser.execute(sql`UPDATE monitoring_state SET counted = '900000000:900000000:'`);
  await countAll();
  expect(await appended()).toMatchObject({ facts: 4 });
  await emit(world.db, facts(2, 2));
  await countAll();
  expect(await appended()).toMatchObject({ facts: 6 });
});
