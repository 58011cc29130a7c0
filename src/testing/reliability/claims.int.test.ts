import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { claim } from "@/domain-events/dispatch/claim";
import { createEnginePool } from "@/domain-events/dispatch/engine-pool";
import { markStart } from "@/domain-events/dispatch/settle";
import type { HandlerName } from "@/domain-events/routing";
import { createTestDatabase } from "@/testing/database";
import { createWorld, emit, facts, HANDLER_NAMES, statusOf, until, type World } from "./world";

let world: World;
let engine: Database;
beforeEach(async () => {
  world = await createWorld(await createTestDatabase());
  engine = createEnginePool(world.workers);
});
afterEach(async () => {
  await engine.close();
  await world.close();
  await world.test.drop();
});

const claimAs = (worker: string, names: readonly HandlerName[] = HANDLER_NAMES) =>
  claim(engine, { worker, leaseMs: 60_000, after: new Map(names.map((name) => [name, ""])) });

/** Deliveries that gave up, as many failures of one handler leave them. */
const leaveDead = (handler: HandlerName, count: number) =>
  world.superuser.pool.query(
    `INSERT INTO event_delivery (handler, order_key, position, event_id, type, category, recorded_at, expires_on,
       due_at, dead_at)
     SELECT $1, 'dead-' || n, n, gen_random_uuid(), 'BOOKING_APPROVED', 'booking', now(), now() + interval '7 years',
       now(), now() FROM generate_series(1, $2::int) AS n`,
    [handler, count],
  );

test("a claim that was held up takes no successor without the head that another claimed and gave back", async () => {
  await emit(world.db, facts(3, 1));
  // The handlers are read first: whoever reads them from here on waits for the key, with its snapshot taken.
  await world.owner.pool.query(`
    ALTER TABLE event_handler RENAME TO event_handler_kept;
    CREATE VIEW event_handler AS SELECT h.* FROM event_handler_kept h,
      LATERAL (SELECT pg_advisory_xact_lock_shared(42) OFFSET 0) AS gate;
    GRANT SELECT ON event_handler TO muster_app`);
  const keeper = await world.superuser.pool.connect();
  await keeper.query("SELECT pg_advisory_lock(42)");
  const held = claimAs("slow", ["workflow"]);
  await until(async () => {
    const { rows } = await keeper.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`,
    );
    return rows.length === 1;
  });
  const moved = await keeper.query(
    `UPDATE event_delivery SET leased_by = NULL WHERE handler = 'workflow'
       AND position = (SELECT min(position) FROM event_delivery)`,
  );
  expect(moved.rowCount).toBe(1);
  await keeper.query("SELECT pg_advisory_unlock(42)");
  keeper.release();
  expect((await held).deliveries).toEqual([]);
  expect((await claimAs("next", ["workflow"])).deliveries.map((one) => one.position)).toHaveLength(3);
});

test("order keys by the hundred that give nothing do not keep the dispatcher looking", async () => {
  await leaveDead("workflow", 1_200);
  const dispatcher = world.dispatch({ pollMs: 60_000 });
  await until(() => dispatcher.stats.claims > 2);
  const [behind] = await emit(world.db, facts(1, 1));
  await until(async () => (await statusOf(world, behind ?? "", "workflow"))?.status === "done");
  // It rests: no more than the rounds that the fact itself led to, while statements go by by the thousand.
  const before = dispatcher.stats.claims;
  for (let count = 0; count < 2_000; count += 1) await world.db.query(sql`SELECT 1 AS one`);
  expect(dispatcher.stats.claims - before).toBeLessThan(10);
});

test("the start of a suspect counts once, also when its mark is sent again because the answer was lost", async () => {
  await emit(world.db, facts(1, 1));
  await world.superuser.pool.query("UPDATE event_delivery SET suspect = true");
  const { deliveries } = await claimAs("unlucky", ["workflow"]);
  const [one] = deliveries;
  if (!one) throw new Error("nothing was claimed");
  // Whoever got no answer knows as little as before.
  const unanswered = { ...one };
  expect(await markStart(engine, unanswered)).toBe(true);
  expect(await markStart(engine, one)).toBe(true);
  expect(one.attempts).toBe(1);
  const { rows } = await world.superuser.pool.query(
    "SELECT attempts FROM event_delivery WHERE handler = 'workflow'",
  );
  expect(rows).toEqual([{ attempts: 1 }]);
});
