import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type CommandAnswer, runCommand } from "@/commands/run-command";
import { isConnectionLost } from "@/db/errors";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { createTestDatabaseOn } from "@/testing/cloned-database";
import { type OwnPostgres, startOwnPostgres } from "@/testing/own-postgres";
import { type AddToCounter, COUNTER_TABLE, counters } from "./counter";
import { brokenInvariants, logDigest } from "./invariants";
import { createWorld, emit, facts, until, type World } from "./world";

let postgres: OwnPostgres;
let world: World;
beforeAll(async () => {
  postgres = await startOwnPostgres({ durable: true });
});
afterAll(() => postgres.dispose());
beforeEach(async () => {
  world = await createWorld(await createTestDatabaseOn(postgres.superuserUrl));
});
afterEach(async () => {
  await world.close();
  await world.test.drop();
});

const SETTLE_MS = 25_000;

/** Emits until told to stop; what an append in flight is refused with must say that it may be sent again. */
async function emitOn(refusals: unknown[], going: () => boolean): Promise<void> {
  while (going()) {
    try {
      await emit(world.db, facts(1, 1));
    } catch (error) {
      refusals.push(error);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

test("S-04 an immediate shutdown of the server mid-batch loses nothing", async () => {
  await emit(world.db, facts(200, 20));
  const logBefore = await logDigest(world);
  const dispatcher = world.dispatch();
  const refusals: unknown[] = [];
  let going = true;
  const emitting = emitOn(refusals, () => going);
  await until(() => dispatcher.stats.done > 60);
  await postgres.restart("immediate");
  going = false;
  await emitting;
  expect(refusals.every(isConnectionLost)).toBe(true);
  await allDeliveriesSettled(world.db, SETTLE_MS);
  expect(await brokenInvariants(world, { logBefore })).toEqual([]);
}, 60_000);

test("S-05 a restart while commits are in flight: the same key finds out, and there is one event", async () => {
  await world.owner.pool.query(COUNTER_TABLE);
  const actor = { kind: "person", id: "admin-1", role: "admin", clientId: null } as const;
  const send = (key: string): Promise<CommandAnswer<{ value: number }>> => {
    const command: AddToCounter = { type: "add", name: key, amount: 1 };
    return runCommand(world.db, counters, command, { actor, idempotencyKey: key });
  };
  const keys = Array.from({ length: 60 }, (_, index) => `key-${index}`);
  let sent = 0;
  const first = Promise.allSettled(
    keys.map(async (key, index) => {
      await until(() => sent >= index - 4);
      try {
        return await send(key);
      } finally {
        sent += 1;
      }
    }),
  );
  await until(() => sent > 20);
  await postgres.restart("immediate");
  const outcomes = await first;
  const failed = outcomes.filter((one) => one.status === "rejected");
  expect(failed.every((one) => isConnectionLost(one.reason))).toBe(true);
  for (const key of keys) {
    const answer = await until(() =>
      send(key).catch((error: unknown) => (isConnectionLost(error) ? false : Promise.reject(error))),
    );
    expect(answer.result.value).toBe(1);
  }
  const { rows } = await world.db.pool.query<{ facts: number; receipts: number }>(
    "SELECT (SELECT count(*)::int FROM event_log) AS facts, (SELECT count(*)::int FROM command_receipt) AS receipts",
  );
  expect(rows).toEqual([{ facts: keys.length, receipts: keys.length }]);
}, 60_000);

test("S-06 sessions that are terminated at random: only that unit is tried again", async () => {
  await emit(world.db, facts(300, 20));
  const dispatcher = world.dispatch({ listenUrl: world.test.url });
  const refusals: unknown[] = [];
  let going = true;
  const emitting = emitOn(refusals, () => going);
  for (let round = 0; round < 6; round += 1) {
    const before = dispatcher.stats.done;
    await world.superuser.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = 'muster_app' ORDER BY random() LIMIT 4`,
    );
    await until(() => dispatcher.stats.done > before);
  }
  going = false;
  await emitting;
  expect(refusals.every(isConnectionLost)).toBe(true);
  await allDeliveriesSettled(world.db, SETTLE_MS);
  expect(await brokenInvariants(world)).toEqual([]);
}, 60_000);
