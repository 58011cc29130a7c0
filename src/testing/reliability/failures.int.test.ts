import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDatabase } from "@/db/database";
import { sql } from "@/db/sql";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { appendEvents } from "@/domain-events/log/append";
import { createTestDatabase } from "@/testing/database";
import { brokenInvariants } from "./invariants";
import {
  aFact,
  attemptsOf,
  createWorld,
  emit,
  emitRaw,
  statusOf,
  until,
  type World,
  withFault,
} from "./world";

let world: World;
beforeEach(async () => {
  world = await createWorld(await createTestDatabase());
});
afterEach(async () => {
  await world.close();
  await world.test.drop();
});

/** Makes what waits for a later time due now, so that no test waits for a back-off. */
const dueNow = (eventId: string) =>
  world.superuser.pool.query("UPDATE event_delivery SET due_at = clock_timestamp() WHERE event_id = $1", [
    eventId,
  ]);

const onlyFact = async (bookingId: string): Promise<string> => {
  const [id] = await emit(world.db, [aFact(bookingId)]);
  if (id === undefined) throw new Error("no fact");
  return id;
};

test("S-09 a handler that hangs is aborted, recorded as a timeout, and its slot and row locks are freed", async () => {
  let aborted = false;
  const release: (() => void)[] = [];
  const handlers = withFault("workflow", async (_, { signal, tx }) => {
    signal.addEventListener("abort", () => {
      aborted = true;
    });
    await tx.query(sql`SELECT pg_sleep(30)`).catch(() => undefined);
    await new Promise<void>((resolve) => release.push(resolve));
  });
  const id = await onlyFact("s-09");
  world.dispatch({ handlers, handlerTimeoutMs: 300, concurrency: 2 });
  const [first] = await until(async () => {
    const attempts = await attemptsOf(world, id, "workflow");
    return attempts.length > 0 && attempts;
  });
  expect(first).toMatchObject({ outcome: "timeout", attempt: 1, closes: false });
  expect(aborted).toBe(true);
  expect((await statusOf(world, id, "workflow"))?.status).toBe("retrying");
  expect((await statusOf(world, id, "notification"))?.status).toBe("done");
  const { rows } = await world.superuser.pool.query(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()",
  );
  expect(rows).toEqual([]);
  for (const resolve of release) resolve();
  expect(await brokenInvariants(world)).toEqual([]);
});

test("S-10 a failure is tried again after its back-off, and the next time is on record", async () => {
  let failures = 2;
  const handlers = withFault("workflow", async () => {
    if (failures-- > 0) throw new Error("the venue service is away");
  });
  const id = await onlyFact("s-10");
  const dispatcher = world.dispatch({ handlers });
  for (const [count, base] of [
    [1, 1_000],
    [2, 5_000],
  ] as const) {
    const attempts = await until(async () => {
      const seen = await attemptsOf(world, id, "workflow");
      return seen.length === count && seen;
    });
    const last = attempts.at(-1);
    expect(last).toMatchObject({
      outcome: "failed",
      attempt: count,
      error: "Error: the venue service is away",
    });
    const delay = (last?.next_due_at?.getTime() ?? 0) - (last?.finished_at.getTime() ?? 0);
    expect(delay).toBeGreaterThanOrEqual(base * 0.8 - 50);
    expect(delay).toBeLessThanOrEqual(base * 1.2 + 50);
    expect((await statusOf(world, id, "workflow"))?.status).toBe("retrying");
    await dueNow(id);
    dispatcher.idle().catch(() => undefined);
  }
  await allDeliveriesSettled(world.db);
  expect(await statusOf(world, id, "workflow")).toMatchObject({ status: "done", attempts: 3 });
  expect(await brokenInvariants(world)).toEqual([]);
});

test("after eight tries that failed and a ninth the delivery is dead, and stays until a person acts", async () => {
  const handlers = withFault("workflow", async () => {
    throw new Error("never");
  });
  const id = await onlyFact("ninth");
  world.dispatch({ handlers });
  await until(async () => {
    await dueNow(id);
    return (await statusOf(world, id, "workflow"))?.status === "dead";
  });
  const attempts = await attemptsOf(world, id, "workflow");
  expect(attempts.map((one) => one.outcome)).toEqual([...Array.from({ length: 8 }, () => "failed"), "dead"]);
  expect(await brokenInvariants(world)).toEqual([]);
});

const deliveryOf = async (eventId: string) => {
  const { rows } = await world.db.pool.query<{ attempts: number; failures: number; suspect: boolean }>(
    `SELECT attempts, failures, suspect FROM event_delivery
     WHERE event_id = $1 AND handler = 'workflow' AND lease_token IS NULL`,
    [eventId],
  );
  return rows[0];
};

test("a delivery that outlasts the stop of its process is nobody's failure", async () => {
  let begun = false;
  const handlers = withFault("workflow", async (_, { signal }) => {
    begun = true;
    await new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  });
  const id = await onlyFact("outlasts");
  const dispatcher = world.dispatch({ handlers, stopMs: 1 });
  await until(() => begun);
  await dispatcher.stop();
  expect(await attemptsOf(world, id, "workflow")).toMatchObject([{ outcome: "interrupted", attempt: 1 }]);
  expect(await deliveryOf(id)).toEqual({ attempts: 1, failures: 0, suspect: false });
  expect(await brokenInvariants(world)).toEqual([]);
});

test("a try for which the pool had no connection left counts for nothing", async () => {
  const full = createDatabase({ url: world.test.url, max: 1, applicationName: "full", connectTimeoutMs: 50 });
  const only = await full.pool.connect();
  const id = await onlyFact("no-connection");
  const dispatcher = world.dispatch({ database: full });
  await until(async () => (await attemptsOf(world, id, "workflow")).length > 0);
  expect(await until(() => deliveryOf(id))).toEqual({ attempts: 0, failures: 0, suspect: false });
  only.release();
  await allDeliveriesSettled(world.db);
  expect(await statusOf(world, id, "workflow")).toMatchObject({ status: "done", attempts: 1 });
  expect(await brokenInvariants(world)).toEqual([]);
  await dispatcher.stop();
  await full.close();
});

test("a suspect whose connection is lost each time fails like any other, and no worker is said to have died", async () => {
  let losses = 4;
  const handlers = withFault("workflow", async (_, { tx }) => {
    if (losses-- > 0) await tx.query(sql`SELECT pg_terminate_backend(pg_backend_pid())`);
  });
  const id = await onlyFact("loses");
  world.dispatch({ handlers });
  for (let count = 1; count <= 4; count += 1) {
    await until(async () => (await attemptsOf(world, id, "workflow")).length === count);
    expect(await until(() => deliveryOf(id))).toEqual({
      attempts: count,
      failures: count - 1,
      suspect: true,
    });
    await dueNow(id);
  }
  await allDeliveriesSettled(world.db);
  expect((await attemptsOf(world, id, "workflow")).map((one) => one.outcome)).toEqual([
    ...Array.from({ length: 4 }, () => "interrupted"),
    "done",
  ]);
  expect(await brokenInvariants(world)).toEqual([]);
});

test("S-11 a poison fact is dead at once; a blocking handler holds its key, a skipping one goes on", async () => {
  const poison = await emitRaw(world, {
    type: "BOOKING_APPROVED",
    payload: { nonsense: true },
    correlationId: "s-11",
  });
  const behind = await onlyFact("s-11");
  const elsewhere = await onlyFact("s-11-other");
  const dispatcher = world.dispatch();
  await dispatcher.idle();
  for (const handler of ["workflow", "notification"] as const) {
    expect((await attemptsOf(world, poison, handler)).map((one) => one.outcome)).toEqual(["dead"]);
    expect((await statusOf(world, elsewhere, handler))?.status).toBe("done");
  }
  expect((await statusOf(world, behind, "workflow"))?.status).toBe("pending");
  expect((await statusOf(world, behind, "notification"))?.status).toBe("done");
  expect(await brokenInvariants(world)).toEqual([]);
});

test("S-12 a database error in the handler is recorded apart, and the connection is clean afterwards", async () => {
  const id = await onlyFact("s-12");
  let failures = 1;
  const handlers = withFault("workflow", async (eventId, { tx }) => {
    if (failures-- <= 0) return;
    await tx.execute(sql`INSERT INTO reliability_state (event_id) VALUES (${eventId})`);
  });
  world.dispatch({ handlers, concurrency: 1 });
  const [attempt] = await until(async () => {
    const seen = await attemptsOf(world, id, "workflow");
    return seen.length > 0 && seen;
  });
  expect(attempt?.outcome).toBe("failed");
  expect(attempt?.error).toContain("reliability_state_pkey");
  await dueNow(id);
  await allDeliveriesSettled(world.db);
  expect(await brokenInvariants(world)).toEqual([]);
});

const NO_ROOM = `CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'no room'; END $$`;

/** Dropping the trigger would wait for the very workers it keeps busy; its function can change under them. */
const ROOM_AGAIN = `CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RETURN NEW; END $$`;

test("S-13 when the dead letter itself cannot be written the delivery stays leased and comes back", async () => {
  const error = vi.fn();
  await world.owner.pool.query(NO_ROOM);
  await world.owner.pool.query(`CREATE TRIGGER no_room BEFORE INSERT ON event_attempt
    FOR EACH ROW WHEN (NEW.outcome = 'dead') EXECUTE FUNCTION no_room()`);
  const poison = await emitRaw(world, { type: "BOOKING_APPROVED", payload: {}, correlationId: "s-13" });
  const dispatcher = world.dispatch({ logger: { info: vi.fn(), warn: vi.fn(), error } });
  await until(() => error.mock.calls.some(([, message]) => String(message).includes("stays leased")));
  const { rows } = await world.db.pool.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM event_delivery WHERE event_id = $1 AND dead_at IS NULL",
    [poison],
  );
  expect(rows[0]?.n).toBe(3);
  await world.owner.pool.query(ROOM_AGAIN);
  await until(async () => (await statusOf(world, poison, "workflow"))?.status === "dead");
  await dispatcher.idle();
  expect(await brokenInvariants(world)).toEqual([]);
});

test("S-36 a reaction that feeds itself stops at sixteen causes and is dead, with its reason", async () => {
  const handlers = withFault("workflow", async (_, { tx, depth }) => {
    const next = aFact("s-36", { depth: depth + 1 });
    await appendEvents(tx, [next]);
    await tx.execute(sql`INSERT INTO reliability_state (event_id) VALUES (${next.id})`);
  });
  const dispatcher = world.dispatch({ handlers });
  await onlyFact("s-36");
  const error = await until(async () => {
    const { rows } = await world.db.pool.query<{ last_error: string }>(
      "SELECT last_error FROM event_processing WHERE status = 'dead'",
    );
    return rows[0]?.last_error;
  });
  expect(error).toContain("more than 16 causes");
  await dispatcher.idle();
  const { rows } = await world.db.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM event_log");
  expect(rows[0]?.n).toBe(17);
  expect(await brokenInvariants(world)).toEqual([]);
});
