import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { appendEvents } from "@/domain-events/log/append";
import type { HandlerName } from "@/domain-events/routing";
import { createTestDatabase } from "@/testing/database";
import { COUNTER_TABLE, counters } from "./counter";
import { brokenInvariants } from "./invariants";
import { aFact, createWorld, emit, facts, until, type World } from "./world";

const KEYS = 20;
const BACKLOG = 1_600;
/** Keys are taken 16 at a time: each key comes up in every second claim, of at most 50 deliveries per handler. */
const DONE_MEANWHILE_MAX = 2 * 3 * 50 + 200;
/** Deliveries between two commands: traffic beside the backlog, not a second one. */
const DONE_BETWEEN_COMMANDS = 20;

let world: World;
beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
  await world.owner.pool.query(COUNTER_TABLE);
  const backlog = facts(BACKLOG, KEYS);
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`
      INSERT INTO reliability_state (event_id) SELECT unnest(${backlog.map(({ id }) => id)}::uuid[])`);
    await appendEvents(tx, backlog);
  });
});
afterAll(async () => {
  await world.close();
  await world.test.drop();
});

const actor = { kind: "person", id: "admin-1", role: "admin", clientId: null } as const;

/**
 * Commands one after the other until told to stop; resolves to how many deliveries ended while each was under way,
 * which, unlike its milliseconds, does not depend on the machine.
 */
async function sendCommands(going: () => boolean, ended: readonly string[]): Promise<readonly number[]> {
  const meanwhile: number[] = [];
  while (going()) {
    const name = `traffic-${meanwhile.length}`;
    const before = ended.length;
    await runCommand(world.db, counters, { type: "add", name, amount: 1 }, { actor, idempotencyKey: name });
    meanwhile.push(ended.length - before);
    const next = ended.length + DONE_BETWEEN_COMMANDS;
    await until(() => ended.length >= next || !going());
  }
  return meanwhile;
}

test("S-37 a backlog drains while new chains overtake it and commands keep their time", async () => {
  const ended: string[] = [];
  const onDone = (eventId: string, handler: HandlerName) => ended.push(`${eventId} ${handler}`);
  const dispatcher = world.dispatch({ onDone });
  await until(() => dispatcher.stats.done > 100);
  let going = true;
  const sending = sendCommands(() => going, ended);
  for (let number = 0; number < 6; number += 1) {
    const before = ended.length;
    const [id] = await emit(world.db, [aFact(`new chain ${number}`)]);
    await until(() => ended.includes(`${id} notification`) && ended.includes(`${id} workflow`));
    expect(ended.length - before).toBeLessThan(DONE_MEANWHILE_MAX);
  }
  // It was a backlog to the end of it.
  expect(dispatcher.stats.done).toBeLessThan(3 * BACKLOG);
  going = false;
  const meanwhile = [...(await sending)].sort((one, other) => one - other);
  expect(meanwhile.length).toBeGreaterThan(6);
  expect(meanwhile[Math.floor(meanwhile.length * 0.95)]).toBeLessThan(DONE_MEANWHILE_MAX);
  await allDeliveriesSettled(world.db, 40_000);
  await world.superuser.execute(sql`
    INSERT INTO reliability_state (event_id) SELECT id FROM event_log WHERE correlation_id LIKE 'traffic-%'`);
  expect(await brokenInvariants(world)).toEqual([]);
});
