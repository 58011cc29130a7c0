import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions";
import { replayInput, REPLAY_STEP_MAX, skipInput } from "@/modules/operations/inputs";
import { deliveries, type ReplayAnswer, replays } from "@/modules/operations/module";
import { factDeliveries } from "@/modules/operations/queries/fact-deliveries";
import { listHandlers } from "@/modules/operations/queries/handlers";
import { admin } from "@/testing/builders/actors";
import { createTestDatabase } from "@/testing/database";
import {
  aFact,
  attemptsOf,
  createWorld,
  effectHandler,
  emit,
  facts,
  HANDLER_NAMES,
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

const allTime = { from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };
const step = async (input: object): Promise<ReplayAnswer> => {
  const command = replayInput.parse({ reason: "A report was rebuilt.", ...allTime, ...input });
  return (await runCommand(world.db, replays, { type: "replay", ...command }, { actor: admin })).result;
};

interface Seen {
  readonly id: string;
  readonly replay: boolean;
  readonly marked: boolean;
  readonly sideEffects: boolean;
}

/** Handlers that note how they were called; reporting fails for the facts of `poison`. */
function noting(poison: ReadonlySet<string> = new Set()) {
  const seen: Seen[] = [];
  const handlers = HANDLER_NAMES.map((name) => ({
    name,
    handle: async (event: DomainEvent, context: { replay: boolean; sideEffects: boolean }) => {
      if (name !== "workflow") return;
      const { replay, sideEffects } = context;
      seen.push({ id: event.id, replay, sideEffects, marked: event.metadata?.replay === true });
      if (poison.has(event.id)) throw Object.assign(new Error("poison"), { permanent: true });
    },
  }));
  return { seen, handlers };
}

test("a replay hands the same facts to one handler again, in order and marked, with side effects off", async () => {
  const { seen, handlers } = noting();
  const ids = await emit(world.db, facts(5, 1));
  world.dispatch({ handlers });
  await allDeliveriesSettled(world.db);
  expect(seen.splice(0).every(({ replay, marked, sideEffects }) => !replay && !marked && sideEffects)).toBe(
    true,
  );

  expect(await step({ handler: "workflow" })).toEqual({ count: 5, next: null, waiting: 5 });
  await allDeliveriesSettled(world.db);
  expect(seen).toEqual(ids.map((id) => ({ id, replay: true, marked: true, sideEffects: false })));
  const runs = await world.db.query(sql`
    SELECT run, outcome FROM event_attempt WHERE event_id = ${ids[0]} AND handler = 'workflow' ORDER BY run`);
  expect(runs).toEqual([
    { run: 0, outcome: "done" },
    { run: 1, outcome: "done" },
  ]);
  const stored = await world.db.query(
    sql`SELECT metadata ->> 'replay' AS replay FROM event_log WHERE id = ${ids[0]}`,
  );
  expect(stored).toEqual([{ replay: null }]);

  seen.splice(0);
  await step({ handler: "workflow", sideEffects: true });
  await allDeliveriesSettled(world.db);
  expect(seen).toHaveLength(5);
  expect(seen.every(({ replay, sideEffects }) => replay && sideEffects)).toBe(true);
});

test("nobody is said to have been told by a replay that is over: its receipt does not keep that", async () => {
  const { handlers } = noting();
  const [id = ""] = await emit(world.db, facts(1, 1));
  const dispatcher = world.dispatch({ handlers });
  await allDeliveriesSettled(world.db);
  await dispatcher.stop();
  await step({ handler: "workflow" });
  const replayed = async () => (await factDeliveries(world.db, id)).find(({ run }) => run === 1);
  expect(await replayed()).toMatchObject({ state: "due", sideEffects: false });
  world.dispatch({ handlers });
  await allDeliveriesSettled(world.db);
  expect(await replayed()).toMatchObject({ state: "done", sideEffects: null });
});

test("only what was never delivered: receipts are left out, a skipped one is not", async () => {
  const { seen, handlers } = noting();
  const ids = await emit(world.db, facts(3, 3));
  await world.superuser.pool.query(
    "DELETE FROM event_delivery WHERE event_id = $1 AND handler = 'workflow'",
    [ids[0]],
  );
  const command = skipInput.parse({ handler: "workflow", factId: ids[1], reason: "By hand." });
  await runCommand(world.db, deliveries, { type: "skip", ...command }, { actor: admin });
  world.dispatch({ handlers });
  await allDeliveriesSettled(world.db);
  seen.splice(0);
  expect(await step({ handler: "workflow", onlyNeverDelivered: true })).toMatchObject({
    count: 2,
    next: null,
  });
  await allDeliveriesSettled(world.db);
  expect(seen.map(({ id }) => id).sort()).toEqual([ids[0], ids[1]].sort());
  expect(await step({ handler: "workflow", onlyNeverDelivered: true })).toMatchObject({ count: 0 });
});

test("a replay goes in bounded steps, waits while too many are open, and covers each fact once", async () => {
  const count = REPLAY_STEP_MAX * 2 + 40;
  await world.superuser.pool.query("DELETE FROM event_subscription WHERE handler <> 'workflow'");
  await emit(world.db, facts(60, 60));
  await world.superuser.pool.query(
    `WITH l AS (
       INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, recorded_at, expires_on)
       SELECT gen_random_uuid(), 'BOOKING_APPROVED', 'booking', at, 'b-' || n, 'tests.fill', '{}', at, '2033-11-23'
       FROM generate_series(1, $1) AS n, date_trunc('milliseconds', clock_timestamp()) AS at RETURNING *)
     INSERT INTO event_identity SELECT id, recorded_at, category FROM l`,
    [count - 60],
  );
  await world.superuser.pool.query("DELETE FROM event_delivery");
  const first = await step({ handler: "workflow" });
  expect(first).toMatchObject({ count: REPLAY_STEP_MAX, waiting: REPLAY_STEP_MAX });
  const second = await step({ handler: "workflow", after: first.next });
  expect(second).toMatchObject({ count: REPLAY_STEP_MAX, waiting: REPLAY_STEP_MAX * 2 });
  const full = await step({ handler: "workflow", after: second.next });
  expect(full).toEqual({ count: 0, next: second.next, waiting: REPLAY_STEP_MAX * 2 });
  await world.superuser.pool.query("DELETE FROM event_delivery WHERE position % 2 = 0");
  const last = await step({ handler: "workflow", after: full.next });
  expect(last).toMatchObject({ count: 40, next: null });
});

test("two operators replay the same range at once: each fact is queued once more, and counted once", async () => {
  const { handlers } = noting();
  await emit(world.db, facts(20, 5));
  const dispatcher = world.dispatch({ handlers });
  await allDeliveriesSettled(world.db);
  await dispatcher.stop();
  const answers = await Promise.all([step({ handler: "workflow" }), step({ handler: "workflow" })]);
  expect(answers.map(({ count }) => count).sort((a, b) => a - b)).toEqual([0, 20]);
});

test("a replay that fails is parked soon and holds up nothing that happens now", async () => {
  const [old] = await emit(world.db, [aFact("b-1")]);
  if (old === undefined) throw new Error("one fact");
  const poison = new Set<string>();
  const { seen, handlers } = noting(poison);
  world.dispatch({ handlers });
  await allDeliveriesSettled(world.db);
  poison.add(old);
  await step({ handler: "workflow" });
  await allDeliveriesSettled(world.db);
  const [fresh] = await emit(world.db, [aFact("b-1")]);
  await allDeliveriesSettled(world.db);
  expect(seen.map(({ id }) => id)).toEqual([old, old, fresh]);
  expect((await attemptsOf(world, old, "workflow")).map(({ outcome }) => outcome)).toEqual(["done", "dead"]);
});

test("S-33 a handler that is added starts from now; what was before comes by a replay, marked as one", async () => {
  await world.superuser.pool.query("DELETE FROM event_subscription WHERE handler = 'workflow'");
  await world.superuser.pool.query("DELETE FROM event_handler WHERE name = 'workflow'");
  const [before] = await emit(world.db, [aFact("b-1")]);
  await syncSubscriptions(world.db);
  const [after] = await emit(world.db, [aFact("b-1")]);
  const { seen, handlers } = noting();
  world.dispatch({ handlers });
  await allDeliveriesSettled(world.db);
  expect(seen.splice(0)).toMatchObject([{ id: after, replay: false }]);
  expect(await step({ handler: "workflow", onlyNeverDelivered: true })).toMatchObject({ count: 1 });
  await allDeliveriesSettled(world.db);
  expect(seen).toMatchObject([{ id: before, replay: true, sideEffects: false }]);
});

test("S-34 what is open with a removed handler is orphaned: shown, never tried, and gone when skipped", async () => {
  await world.superuser.pool.query(
    // Of an older release: only a newer one closes its routes.
    `INSERT INTO event_handler (name, kind, ordering, on_dead, revision)
     VALUES ('loyalty', 'transactional', 'correlation', 'block', 0)`,
  );
  await world.superuser.pool.query(
    "INSERT INTO event_subscription (handler, type, since) VALUES ('loyalty', 'BOOKING_APPROVED', clock_timestamp())",
  );
  const ids = await emit(world.db, facts(3, 3));
  await syncSubscriptions(world.db);
  await emit(world.db, facts(2, 2));
  const dispatcher = world.dispatch({ handlers: HANDLER_NAMES.map((name) => effectHandler(name)) });
  const open = sql`SELECT event_id AS id, attempts FROM event_delivery WHERE handler = 'loyalty' ORDER BY position`;
  // Neither waits for what nobody will ever do.
  await dispatcher.idle();
  await allDeliveriesSettled(world.db);
  const others = sql`SELECT event_id FROM event_delivery WHERE handler <> 'loyalty'`;
  expect(await world.db.query(others)).toEqual([]);
  expect(await world.db.query(open)).toEqual(ids.map((id) => ({ id, attempts: 0 })));
  const [loyalty] = (await listHandlers(world.db)).filter(({ handler }) => handler === "loyalty");
  expect(loyalty).toMatchObject({ isOrphaned: true, waiting: { count: 3, more: false }, subscriptions: [] });
  expect((await listHandlers(world.db)).filter(({ isOrphaned }) => isOrphaned)).toHaveLength(1);

  const command = skipInput.parse({ handler: "loyalty", filter: { state: "open" }, reason: "Removed." });
  const { result } = await runCommand(world.db, deliveries, { type: "skip", ...command }, { actor: admin });
  expect(result).toEqual({ count: 3, left: { count: 0, more: false } });
  expect(await world.db.query(open)).toEqual([]);
  await dispatcher.stop();
});
