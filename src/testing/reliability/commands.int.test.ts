import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { createDatabase } from "@/db/database";
import { createTestDatabase } from "@/testing/database";
import { purgeReceipts } from "@/domain-events/dispatch/purge-receipts";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { COUNTER_TABLE, counters } from "./counter";
import { createWorld, emit, facts, until, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
  await world.owner.pool.query(COUNTER_TABLE);
});
afterAll(async () => {
  await world.close();
  await world.test.drop();
});

const actor = { kind: "person", id: "admin-1", role: "admin", clientId: null } as const;

const add = (name: string, amount: number, idempotencyKey: string) =>
  runCommand(world.db, counters, { type: "add", name, amount }, { actor, idempotencyKey });

const factsOf = async (name: string) => {
  const { rows } = await world.db.pool.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM event_log WHERE correlation_id = $1",
    [name],
  );
  return rows[0]?.n;
};

test("S-29 one key makes one command, at once and later; another body under the same key is a conflict", async () => {
  const answers = await Promise.all([
    add("s-29", 2, "key-1"),
    add("s-29", 2, "key-1"),
    add("s-29", 2, "key-1"),
  ]);
  expect(answers.map((one) => one.result.value)).toEqual([2, 2, 2]);
  expect(answers.filter((one) => one.repeated)).toHaveLength(2);
  const later = await add("s-29", 2, "key-1");
  expect(later).toMatchObject({ repeated: true, result: { value: 2 }, eventIds: answers[0]?.eventIds });
  expect(await factsOf("s-29")).toBe(1);
  await expect(add("s-29", 3, "key-1")).rejects.toThrow("other contents");
  expect(await factsOf("s-29")).toBe(1);
});

test("S-19 web traffic that takes every connection of its pool does not hold up deliveries", async () => {
  const web = createDatabase({ url: world.test.url, max: 2, applicationName: "web", connectTimeoutMs: 300 });
  const holders = [await web.pool.connect(), await web.pool.connect()];
  const refused = web.pool.query("SELECT 1");
  await expect(refused).rejects.toThrow("timeout");
  await emit(world.db, facts(5, 5));
  const dispatcher = world.dispatch();
  await until(() => dispatcher.stats.done >= 15);
  await allDeliveriesSettled(world.db);
  for (const holder of holders) holder.release();
  await web.close();
});

test("receipts past their thirty days are removed, however many there are, and no others", async () => {
  await world.owner.pool.query(
    `INSERT INTO command_receipt (idempotency_key, actor_id, body_hash, expires_at)
     SELECT 'old-' || n, 'somebody', 'x', now() - interval '1 minute' FROM generate_series(1, 7) AS n`,
  );
  await world.owner.pool.query(
    "INSERT INTO command_receipt (idempotency_key, actor_id, body_hash) VALUES ('fresh', 'somebody', 'x')",
  );
  expect(await purgeReceipts(world.db, 3)).toBe(7);
  const { rows } = await world.db.pool.query(
    "SELECT idempotency_key AS key FROM command_receipt WHERE actor_id = 'somebody'",
  );
  expect(rows).toEqual([{ key: "fresh" }]);
});
