import { afterEach, beforeEach, expect, test } from "vitest";
import { claim } from "@/domain-events/dispatch/claim";
import type { Delivery } from "@/domain-events/dispatch/delivery";
import { createEnginePool } from "@/domain-events/dispatch/engine-pool";
import { type LoadedFact, loadFacts } from "@/domain-events/dispatch/facts";
import { rememberFact } from "@/domain-events/log/recent-facts";
import { runOne } from "@/domain-events/dispatch/run";
import { release } from "@/domain-events/dispatch/settle";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { createTestDatabase } from "@/testing/database";
import { brokenInvariants } from "./invariants";
import {
  aFact,
  createWorld,
  effectHandler,
  emit,
  facts,
  HANDLER_NAMES,
  TEST_LEASE_MS,
  until,
  type World,
} from "./world";

let world: World;
beforeEach(async () => {
  world = await createWorld(await createTestDatabase());
});
afterEach(async () => {
  await world.close();
  await world.test.drop();
});

/** What a worker does that believes it still has its lease. */
const wakeUp = (one: Delivery, read: ReadonlyMap<string, LoadedFact>) =>
  runOne(effectHandler(one.handler), one, read.get(one.eventId), {
    database: world.workers,
    worker: "zombie",
    timeoutMs: 5_000,
    prepare: true,
    stop: new AbortController().signal,
    terminate: async () => undefined,
    appended: () => undefined,
    random: () => 0.5,
  });

const fromStart = () => new Map(HANDLER_NAMES.map((name) => [name, ""]));

test("S-07 of many that claim at once, each delivery goes to one, and each key to one worker at a time", async () => {
  await emit(world.db, facts(120, 12));
  const pools = Array.from({ length: 4 }, () => createEnginePool(world.workers));
  const claims = await Promise.all(
    Array.from({ length: 24 }, (_, index) => {
      const pool = pools[index % pools.length];
      if (!pool) throw new Error("no pool");
      return claim(pool, { worker: `w${index}`, leaseMs: 60_000, after: fromStart() });
    }),
  );
  const all = claims.flatMap((one) => one.deliveries);
  const names = all.map((one) => `${one.handler} ${one.eventId}`);
  expect(all.length).toBeGreaterThan(100);
  expect(new Set(names).size).toBe(names.length);
  const holders = new Map<string, Set<string>>();
  for (const one of all.filter((delivery) => delivery.handler === "workflow")) {
    const known = holders.get(one.orderKey) ?? new Set();
    holders.set(one.orderKey, known.add(one.token));
  }
  for (const tokens of holders.values()) expect(tokens.size).toBe(1);
  for (const pool of pools) await pool.close();
});

test("several dispatchers on one backlog keep every promise", async () => {
  await emit(world.db, facts(300, 20));
  const workers = [world.dispatch(), world.dispatch(), world.dispatch()];
  await allDeliveriesSettled(world.db);
  expect(workers.reduce((sum, one) => sum + one.stats.done, 0)).toBe(900);
  expect(await brokenInvariants(world)).toEqual([]);
});

test("a fact at hand is taken only for the delivery of that very moment, and never for a replay", async () => {
  await emit(world.db, [aFact("at-hand")]);
  const pool = createEnginePool(world.workers);
  const { deliveries } = await claim(pool, { worker: "reader", leaseMs: 60_000, after: fromStart() });
  const id = deliveries[0]?.eventId ?? "";
  const logged = (await loadFacts(pool, deliveries)).get(id);
  if (!logged?.read.known) throw new Error("the fact is known");
  const changed = { ...logged.read.event, source: "elsewhere" };
  rememberFact({ ...changed, timestamp: "2026-01-01T00:00:00.000Z" }, 7);
  expect((await loadFacts(pool, deliveries)).get(id)).toEqual(logged);
  rememberFact(changed, 7);
  expect((await loadFacts(pool, deliveries)).get(id)?.depth).toBe(7);
  const replays = deliveries.map((one) => ({ ...one, run: 1 }));
  expect((await loadFacts(pool, replays)).get(id)).toEqual(logged);
  await release(pool, deliveries);
  await pool.close();
});

test("S-08 a worker that slept through its lease changes nothing when it wakes up", async () => {
  await emit(world.db, [aFact("s-08")]);
  const pool = createEnginePool(world.workers);
  const zombie = await claim(pool, { worker: "zombie", leaseMs: 1, after: fromStart() });
  expect(zombie.deliveries).toHaveLength(3);
  const read = await loadFacts(pool, zombie.deliveries);
  const owner = world.dispatch();
  await until(() => owner.stats.done === 3);
  for (const one of zombie.deliveries) {
    const ending = await wakeUp(one, read);
    expect(ending.kind).toBe("lost");
  }
  expect(await brokenInvariants(world)).toEqual([]);
  await pool.close();
});

test("S-08 the zombie's transaction is undone even if its lease is lost to a worker that has not finished", async () => {
  await emit(world.db, [aFact("s-08-b")]);
  const pool = createEnginePool(world.workers);
  const zombie = await claim(pool, { worker: "zombie", leaseMs: 1, after: fromStart() });
  const heir = await until(async () => {
    const found = await claim(pool, { worker: "heir", leaseMs: 60_000, after: fromStart() });
    return found.deliveries.length > 0 && found;
  });
  expect(heir.deliveries.every((one) => one.suspect)).toBe(true);
  const read = await loadFacts(pool, zombie.deliveries);
  for (const one of zombie.deliveries) expect((await wakeUp(one, read)).kind).toBe("lost");
  await release(pool, zombie.deliveries);
  const { rows } = await world.db.pool.query("SELECT DISTINCT leased_by FROM event_delivery");
  expect(rows).toEqual([{ leased_by: "heir" }]);
  await release(pool, heir.deliveries);
  world.dispatch();
  await allDeliveriesSettled(world.db);
  expect(await brokenInvariants(world)).toEqual([]);
  await pool.close();
});

test("leases are renewed while deliveries wait for a slot", async () => {
  let open: (() => void) | undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const [first] = await emit(world.db, facts(10, 1));
  const slow = effectHandler("workflow", async (eventId) => {
    if (eventId === first) await gate;
  });
  const dispatcher = world.dispatch({ handlers: [slow], leaseMs: 600 });
  const leaseEnd = async () => {
    const { rows } = await world.db.pool.query<{ end: Date }>(
      "SELECT max(lease_until) AS end FROM event_delivery WHERE handler = 'workflow'",
    );
    return rows[0]?.end?.getTime();
  };
  const before = await until(leaseEnd);
  await until(async () => ((await leaseEnd()) ?? 0) > before + 1_200);
  open?.();
  await until(() => dispatcher.stats.done === 10);
  const { rows } = await world.db.pool.query("SELECT DISTINCT outcome FROM event_attempt");
  expect(rows).toEqual([{ outcome: "done" }]);
});

test("stopping gives back what has not begun and lets the rest finish", async () => {
  let open: (() => void) | undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  await emit(world.db, facts(6, 1));
  let begun = 0;
  const slow = effectHandler("workflow", async () => {
    begun += 1;
    await gate;
  });
  const dispatcher = world.dispatch({ handlers: [slow], leaseMs: TEST_LEASE_MS, stopMs: 10_000 });
  await until(() => begun === 1);
  const stopped = dispatcher.stop();
  open?.();
  await stopped;
  expect(begun).toBe(1);
  const { rows } = await world.db.pool.query(
    "SELECT count(*)::int AS open, count(lease_token)::int AS leased FROM event_delivery WHERE handler = 'workflow'",
  );
  expect(rows).toEqual([{ open: 5, leased: 0 }]);
});
