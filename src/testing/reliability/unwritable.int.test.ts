import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { publicError } from "@/server/error-mapping";
import { createTestDatabaseOn } from "@/testing/cloned-database";
import { type OwnPostgres, startOwnPostgres } from "@/testing/own-postgres";
import { withClient } from "@/launch/roles.mjs";
import { COUNTER_TABLE, counters } from "./counter";
import { brokenInvariants, logDigest } from "./invariants";
import { mountTinyDisk } from "./tiny-disk";
import { createWorld, emit, facts, until, type World } from "./world";

const DISK_MB = 160;

let postgres: OwnPostgres;
let world: World;
const disk = mountTinyDisk(DISK_MB);
beforeAll(async () => {
  postgres = await startOwnPostgres();
});
afterAll(async () => {
  await postgres.dispose();
  disk?.remove();
});
beforeEach(async () => {
  world = await createWorld(await createTestDatabaseOn(postgres.superuserUrl));
  await world.owner.pool.query(COUNTER_TABLE);
});
afterEach(async () => {
  await world.close();
  await world.test.drop();
});

const actor = { kind: "person", id: "admin-1", role: "admin", clientId: null } as const;
const add = (name: string) =>
  runCommand(world.db, counters, { type: "add", name, amount: 1 }, { actor, idempotencyKey: name });

const asSuperuser = (statement: string) =>
  withClient(postgres.superuserUrl, (client) => client.query(statement));

/** Counters, facts and receipts of commands: as many of one as of the other. */
async function left(): Promise<object | undefined> {
  const { rows } = await world.superuser.pool.query<object>(
    `SELECT (SELECT count(*)::int FROM reliability_counter) AS counters,
       (SELECT count(*)::int FROM event_log WHERE correlation_id LIKE 'key-%') AS facts,
       (SELECT count(*)::int FROM command_receipt) AS receipts`,
  );
  return rows[0];
}

const NOT_SAVED = expect.objectContaining({
  code: "TRY_AGAIN",
  message: expect.stringContaining("Nothing can be saved"),
});

test("S-38 a server that only reads: commands are refused whole and in words, and go through once it writes", async () => {
  await emit(world.db, facts(30, 5));
  const logBefore = await logDigest(world);
  const failures: string[] = [];
  const note = (_: object, message: string) => failures.push(message);
  await asSuperuser("ALTER SYSTEM SET default_transaction_read_only = on");
  await asSuperuser("SELECT pg_reload_conf()");
  await until(async () => {
    const { rows } = await world.db.pool.query("SHOW default_transaction_read_only");
    return JSON.stringify(rows).includes("on");
  });
  const logger = { info: () => undefined, warn: note, error: note };
  const dispatcher = world.dispatch({ logger });
  const refusal: unknown = await add("key-1").catch((error: unknown) => error);
  expect(publicError(refusal)).toEqual(NOT_SAVED);
  expect(await left()).toEqual({ counters: 0, facts: 0, receipts: 0 });
  await until(() => failures.some((message) => message.startsWith("Claiming failed")));
  expect(dispatcher.stats.done).toBe(0);

  await asSuperuser("ALTER SYSTEM RESET default_transaction_read_only");
  await asSuperuser("SELECT pg_reload_conf()");
  await until(() => dispatcher.stats.done > 0);
  expect(await until(() => add("key-1").catch(() => false as const))).toMatchObject({ repeated: false });
  expect(await left()).toEqual({ counters: 1, facts: 1, receipts: 1 });
  await allDeliveriesSettled(world.db);
  await sameState();
  expect(await brokenInvariants(world, { logBefore })).toEqual([]);
});

test.skipIf(disk === undefined)(
  "S-38 a disk that is full: the same, and deliveries go on where they were (needs the right to mount one)",
  async () => {
    const database = new URL(world.test.superuserUrl).pathname.slice(1);
    await Promise.all([world.db, world.workers, world.owner, world.superuser].map(({ pool }) => ended(pool)));
    await asSuperuser(`CREATE TABLESPACE tiny LOCATION '${disk?.folder}'`);
    await asSuperuser(`ALTER DATABASE ${database} SET TABLESPACE tiny`);
    await emit(world.db, facts(30, 5));
    const logBefore = await logDigest(world);
    disk?.fill();
    const refusals: unknown[] = [];
    let done = 0;
    while (refusals.length < 5) {
      await add(`key-${done + refusals.length}`).then(
        () => (done += 1),
        (error: unknown) => refusals.push(error),
      );
    }
    for (const refusal of refusals) expect(publicError(refusal)).toEqual(NOT_SAVED);
    expect(await left()).toEqual({ counters: done, facts: done, receipts: done });
    const dispatcher = world.dispatch();
    await until(() => dispatcher.stats.claims > 1);

    disk?.empty();
    expect(await add("key-after")).toMatchObject({ repeated: false });
    await allDeliveriesSettled(world.db, 40_000);
    await sameState();
    expect(await brokenInvariants(world, { logBefore })).toEqual([]);
  },
);

/** Counters are the state of the facts of commands; the invariants look for it in the other table. */
async function sameState(): Promise<void> {
  await world.superuser.pool.query(`
    INSERT INTO reliability_state (event_id)
    SELECT l.id FROM event_log l JOIN reliability_counter c ON c.name = l.correlation_id`);
}

/** The database is moved while nobody is connected: idle connections are made anew. */
async function ended(pool: World["db"]["pool"]): Promise<void> {
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  for (const client of clients) client.release(true);
}
