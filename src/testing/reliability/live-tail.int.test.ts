import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "@/db/sql";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { wake } from "@/domain-events/dispatch/wake";
import { appendEvents } from "@/domain-events/log/append";
import { TAIL_START, tailAfter, connectLiveLog, subscribeToLog } from "@/domain-events/log/tail";
import { createTestDatabase } from "@/testing/database";
import { brokenInvariants } from "./invariants";
import { aFact, createWorld, emit, facts, statusOf, until, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
});
afterAll(async () => {
  await world.close();
  await world.test.drop();
});

test("S-14 an open transaction hides a lower position: deliveries go on, the tail waits, nothing is skipped", async () => {
  connectLiveLog(world.db);
  const heard: string[] = [];
  const unsubscribe = subscribeToLog((fact) => heard.push(fact.id));
  const [probe] = await emit(world.db, [aFact("s-14-probe")]);
  await until(async () => {
    if (heard.length > 0) return true;
    await emit(world.db, [aFact("s-14-probe")]);
    return false;
  });
  expect(probe).toBeDefined();
  const dispatcher = world.dispatch();
  const late = aFact("s-14-late");
  let end: (() => void) | undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let appended = false;
  const open = world.db.transaction(async (tx) => {
    await tx.execute(sql`INSERT INTO reliability_state (event_id) VALUES (${late.id})`);
    await appendEvents(tx, [late]);
    appended = true;
    await ended;
  });
  await until(() => appended);
  const [early] = await emit(world.db, [aFact("s-14-early")]);
  await until(async () => (await statusOf(world, early ?? "", "workflow"))?.status === "done");
  await until(() => heard.includes(early ?? ""));
  const before = await tailAfter(world.db, TAIL_START, 1_000);
  expect(before.facts.map((fact) => fact.id)).not.toContain(early);

  end?.();
  await open;
  await until(() => heard.includes(late.id));
  const after = await until(async () => {
    const page = await tailAfter(world.db, before.cursor, 1_000);
    return page.facts.some((fact) => fact.id === early) && page;
  });
  expect(after.facts.map((fact) => fact.id)).toContain(late.id);
  expect(heard.filter((id) => id === late.id)).toHaveLength(1);
  expect(heard.filter((id) => id === early)).toHaveLength(1);
  unsubscribe();
  await allDeliveriesSettled(world.db);
  await dispatcher.stop();
});

test("wake-ups without a pause do not put the live tail off", async () => {
  connectLiveLog(world.db);
  const heard: string[] = [];
  const unsubscribe = subscribeToLog((fact) => heard.push(fact.id));
  const storm = setInterval(wake, 2);
  const dispatcher = world.dispatch();
  try {
    await until(async () => {
      const [id] = await emit(world.db, [aFact("tail-storm")]);
      return heard.length > 0 && id !== undefined;
    });
    const [last] = await emit(world.db, [aFact("tail-storm")]);
    await until(() => heard.includes(last ?? ""));
  } finally {
    clearInterval(storm);
    unsubscribe();
  }
  await allDeliveriesSettled(world.db);
  await dispatcher.stop();
});

test("behind a transaction that stays open the tail leaps ahead past 5,000 facts, and says so again at its end", async () => {
  const held = await createWorld(await createTestDatabase());
  connectLiveLog(held.db);
  const heard: string[] = [];
  let missed = 0;
  const unsubscribe = subscribeToLog(
    (fact) => heard.push(fact.id),
    () => {
      missed += 1;
    },
  );
  const probe = () =>
    until(async () => {
      const [id] = await emit(held.db, [aFact("tail-leap")]);
      return heard.length > 0 && id;
    });
  await probe();
  const open = await held.db.pool.connect();
  await open.query("BEGIN; SELECT pg_current_xact_id()");
  await held.superuser.pool.query(
    `INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, recorded_at, expires_on)
     SELECT gen_random_uuid(), 'BOOKING_CREATED', 'booking', now(), 'many', 'test', '{}', now(), now() + interval '7 years'
     FROM generate_series(1, 6000)`,
  );
  wake();
  await until(() => missed === 1);
  const before = heard.length;
  const last = await probe();
  await until(() => heard.includes(last));
  expect(heard.length).toBeLessThan(before + 1_000);
  expect(missed).toBe(1);
  await open.query("COMMIT");
  open.release();
  wake();
  await until(() => missed === 2);
  unsubscribe();
  await held.close();
  await held.test.drop();
});

test("S-15 positions that rolled-back appends burned stall nothing", async () => {
  for (const fact of facts(50, 5)) {
    await world.db
      .transaction(async (tx) => {
        await appendEvents(tx, [fact]);
        throw new Error("rolled back");
      })
      .catch(() => undefined);
  }
  await emit(world.db, facts(5, 5));
  const dispatcher = world.dispatch();
  await allDeliveriesSettled(world.db);
  expect(await brokenInvariants(world)).toEqual([]);
  await dispatcher.stop();
});
