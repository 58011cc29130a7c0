import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { createDatabase, type Database } from "@/db/database";
import { isConnectionLost } from "@/db/errors";
import { createTestDatabase } from "@/testing/database";
import { COUNTER_TABLE, counters } from "./counter";
import { createWorld, until, type World } from "./world";

let world: World;
/** Gives up a statement long before the slow commits below are through. */
let impatient: Database;
beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
  await world.owner.pool.query(COUNTER_TABLE);
  // What is deferred runs inside COMMIT.
  await world.owner.pool.query(`
    CREATE FUNCTION slow_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.name LIKE '%slow%' THEN PERFORM pg_sleep(1); END IF;
      IF NEW.name LIKE '%refused%' AND NEW.value < 100 THEN RAISE EXCEPTION 'refused at commit'; END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT OR UPDATE ON reliability_counter
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow_commit();
    GRANT SELECT, INSERT, UPDATE ON reliability_counter TO muster_app`);
  impatient = createDatabase({
    url: world.test.url,
    max: 2,
    applicationName: "impatient",
    answerTimeoutMs: 300,
  });
});
afterAll(async () => {
  await impatient.close();
  await world.close();
  await world.test.drop();
});

const actor = { kind: "person", id: "admin-1", role: "admin", clientId: null } as const;

const add = (database: Database, name: string, amount = 1) =>
  runCommand(database, counters, { type: "add", name, amount }, { actor, idempotencyKey: name });

const factsOf = async (name: string) => {
  const { rows } = await world.db.pool.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM event_log WHERE correlation_id = $1",
    [name],
  );
  return rows[0]?.n;
};

test("S-20 a commit whose answer does not come in time: the same key finds out that it was done", async () => {
  const failure: unknown = await add(impatient, "slow").catch((error: unknown) => error);
  expect(isConnectionLost(failure)).toBe(true);
  // It waits for the first one, which is still under way, and then answers with its result.
  expect(await add(world.db, "slow")).toMatchObject({ repeated: true, result: { value: 1 } });
  expect(await factsOf("slow")).toBe(1);
});

test("S-20 a commit that failed unseen: the same key finds out that it was not, and does it", async () => {
  const failure: unknown = await add(impatient, "slow, refused").catch((error: unknown) => error);
  expect(isConnectionLost(failure)).toBe(true);
  await until(async () => (await openTransactions()) === 0);
  expect(await factsOf("slow, refused")).toBe(0);
  await expect(add(world.db, "slow, refused")).rejects.toThrow("refused at commit");
  await world.owner.pool.query("ALTER TABLE reliability_counter DISABLE TRIGGER slow_commit");
  expect(await add(world.db, "slow, refused")).toMatchObject({ repeated: false, result: { value: 1 } });
  await world.owner.pool.query("ALTER TABLE reliability_counter ENABLE TRIGGER slow_commit");
  expect(await factsOf("slow, refused")).toBe(1);
});

const LIMITS = { timeout: 200, maxWait: 5_000 };

const valuesOf = async (name: string) => {
  const { rows } = await world.db.pool.query<{ value: number }>(
    "SELECT value FROM reliability_counter WHERE name = $1",
    [name],
  );
  return rows.map(({ value }) => value);
};

test("S-20 Prisma's own transaction that passes its limit during COMMIT is what it says, and no process ends", async () => {
  const name = "slow, by Prisma";
  await world.db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO reliability_counter (name, value) VALUES (${name}, 1)`;
  }, LIMITS);
  expect(await valuesOf(name)).toEqual([1]);
});

test("S-20 one that passes its limit before is refused, leaves nothing, and its connection serves the next", async () => {
  const name = "late, by Prisma";
  const late = world.db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO reliability_counter (name, value) VALUES (${name}, 1)`;
    await tx.$executeRaw`SELECT pg_sleep(0.6)`;
  }, LIMITS);
  await expect(late).rejects.toMatchObject({ code: "P2028" });
  await until(async () => (await openTransactions()) === 0);
  expect(await valuesOf(name)).toEqual([]);
  expect(await add(world.db, "after it")).toMatchObject({ repeated: false });
});

/** Sessions of the application that are in a transaction, at work or idle. */
async function openTransactions(): Promise<number> {
  const { rows } = await world.superuser.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND usename = 'muster_app' AND xact_start IS NOT NULL`,
  );
  return rows[0]?.n ?? 0;
}
