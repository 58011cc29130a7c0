import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import type { DeliveryCommand } from "@/modules/operations/commands";
import { handlerInput, retryInput, skipInput } from "@/modules/operations/inputs";
import { deliveries, handlers } from "@/modules/operations/module";
import { factDeliveries } from "@/modules/operations/queries/fact-deliveries";
import { parkedGroups } from "@/modules/operations/queries/parked";
import { admin, otherAdmin } from "@/testing/builders/actors";
import { createTestDatabase } from "@/testing/database";
import { brokenInvariants } from "./invariants";
import { aFact, attemptsOf, createWorld, emit, facts, statusOf, until, type World, withFault } from "./world";

let world: World;
beforeEach(async () => {
  world = await createWorld(await createTestDatabase());
});
afterEach(async () => {
  await world.close();
  await world.test.drop();
});

/** Facts about steering have no state of their own in this world; the invariants look at the rest. */
const noteActs = () =>
  world.superuser.pool.query(
    "INSERT INTO reliability_state SELECT id FROM event_log WHERE category = 'system' ON CONFLICT DO NOTHING",
  );
const broken = async () => {
  await noteActs();
  return brokenInvariants(world);
};

const retry = (input: object, actor = admin) =>
  runCommand(world.db, deliveries, { type: "retry", ...retryInput.parse(input) }, { actor });
const skip = (input: object, actor = admin) =>
  runCommand(
    world.db,
    deliveries,
    { type: "skip", ...skipInput.parse({ reason: "By hand.", ...input }) },
    { actor },
  );
const pause = (handler: string) =>
  runCommand(
    world.db,
    handlers,
    { type: "pauseHandler", ...handlerInput.parse({ handler, reason: "A wrong text." }) },
    { actor: admin },
  );
const resume = (handler: string) =>
  runCommand(
    world.db,
    handlers,
    { type: "resumeHandler", ...handlerInput.parse({ handler, reason: "Mended." }) },
    { actor: admin },
  );

async function emitOne(bookingId: string): Promise<string> {
  const [id] = await emit(world.db, [aFact(bookingId)]);
  if (id === undefined) throw new Error("no fact");
  return id;
}

class ForGood extends Error {
  readonly permanent = true;
}

/** The workflow gives these facts up at once, until the switch is turned. */
function brokenWorkflow(error = "the venue service is away") {
  const fault = { isOn: true };
  const handlers = withFault("workflow", async () => {
    if (fault.isOn) throw new ForGood(error);
  });
  return { fault, handlers };
}

async function untilParked(eventId: string) {
  await until(async () => (await statusOf(world, eventId, "workflow"))?.status === "dead");
}

const acts = async () =>
  (
    await world.db.query<{ type: string; correlation_id: string; source: string }>(sql`
      SELECT type, correlation_id, source FROM event_log WHERE category = 'system' ORDER BY position`)
  ).map((row) => `${row.type} ${row.correlation_id} ${row.source}`);

test("a parked delivery blocks its chain; retried once the cause is mended, all of it is done in order", async () => {
  const { fault, handlers } = brokenWorkflow();
  const [first, second] = await emit(world.db, [aFact("b-1"), aFact("b-1")]);
  if (first === undefined || second === undefined) throw new Error("two facts");
  world.dispatch({ handlers });
  await untilParked(first);

  const [waiting] = (await factDeliveries(world.db, second)).filter(({ handler }) => handler === "workflow");
  expect(waiting).toMatchObject({
    state: "blocked",
    blockedBy: { factId: first, state: "parked", type: "BOOKING_APPROVED" },
    can: { retry: false, skip: true },
  });
  const [parked] = (await parkedGroups(world.db)).groups;
  expect(parked).toMatchObject({ handler: "workflow", count: 1, blocksKeys: 1, types: ["BOOKING_APPROVED"] });

  fault.isOn = false;
  const answer = await retry({ handler: "workflow", factId: first });
  expect(answer.result).toEqual({ count: 1, left: { count: 0, more: false } });
  await allDeliveriesSettled(world.db);
  expect((await attemptsOf(world, first, "workflow")).map(({ outcome }) => outcome)).toEqual([
    "dead",
    "done",
  ]);
  expect(await statusOf(world, second, "workflow")).toMatchObject({ status: "done" });
  expect((await acts())[0]).toBe(`LOG_DELIVERIES_RETRIED ${first} operations.retry`);
  expect(await broken()).toEqual([]);
});

test("a retry begins the list of back-offs anew", async () => {
  const handlers = withFault("workflow", async () => {
    throw new Error("still away");
  });
  const id = await emitOne("b-1");
  const dispatcher = world.dispatch({ handlers });
  await until(async () => (await attemptsOf(world, id, "workflow")).length === 1);
  await world.superuser.pool.query("UPDATE event_delivery SET failures = 8 WHERE event_id = $1", [id]);
  await retry({ handler: "workflow", factId: id });
  await until(async () => (await attemptsOf(world, id, "workflow")).length === 2);
  await dispatcher.stop();
  const { rows } = await world.superuser.pool.query(
    "SELECT failures, dead_at FROM event_delivery WHERE event_id = $1 AND handler = 'workflow'",
    [id],
  );
  expect(rows).toEqual([{ failures: 1, dead_at: null }]);
});

test("what runs at this moment is neither retried nor skipped, and has one effect", async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const id = await emitOne("b-1");
  world.dispatch({ handlers: withFault("workflow", () => held) });
  await until(async () => (await statusOf(world, id, "workflow"))?.status === "running");
  const refusal = { code: "CONFLICT" };
  await expect(retry({ handler: "workflow", factId: id })).rejects.toMatchObject(refusal);
  await expect(skip({ handler: "workflow", factId: id })).rejects.toMatchObject(refusal);
  release();
  await allDeliveriesSettled(world.db);
  await expect(retry({ handler: "workflow", factId: id })).rejects.toMatchObject({
    code: "RULE_VIOLATED",
    details: { rule: "not_open" },
  });
  expect(await broken()).toEqual([]);
});

test("a skip closes the delivery with a receipt and lets the chain go on; the handler never ran again", async () => {
  const { fault, handlers } = brokenWorkflow();
  const [first, second] = await emit(world.db, [aFact("b-1"), aFact("b-1")]);
  if (first === undefined || second === undefined) throw new Error("two facts");
  world.dispatch({ handlers });
  await untilParked(first);
  fault.isOn = false;
  await skip({ handler: "workflow", factId: first });
  await allDeliveriesSettled(world.db);
  const attempts = await attemptsOf(world, first, "workflow");
  expect(attempts.map(({ outcome, closes, attempt }) => [outcome, closes, attempt])).toEqual([
    ["dead", false, 1],
    ["skipped", true, 1],
  ]);
  expect(await statusOf(world, second, "workflow")).toMatchObject({ status: "done" });
  expect((await acts())[0]).toBe(`LOG_DELIVERY_SKIPPED ${first} operations.skip`);
  expect(await broken()).toEqual([]);
});

test("two operators at once: one retry, one skip, one of them wins and nothing happens twice", async () => {
  const { fault, handlers } = brokenWorkflow();
  const id = await emitOne("b-1");
  const dispatcher = world.dispatch({ handlers });
  await untilParked(id);
  await dispatcher.stop();
  fault.isOn = false;
  const settled = await Promise.allSettled([
    retry({ handler: "workflow", factId: id }),
    skip({ handler: "workflow", factId: id }, otherAdmin),
    retry({ handler: "workflow", factId: id }, otherAdmin),
  ]);
  for (const one of settled) {
    if (one.status === "rejected") expect(one.reason).toMatchObject({ name: "Refusal" });
  }
  expect(settled.some(({ status }) => status === "fulfilled")).toBe(true);
  world.dispatch({ handlers });
  await allDeliveriesSettled(world.db);
  expect(await broken()).toEqual([]);
});

test("retry by filter: counted first, bounded, only what it names", async () => {
  const { fault, handlers } = brokenWorkflow("duplicate key 17 of 'Ann'");
  const ids = await emit(world.db, facts(12, 12));
  const dispatcher = world.dispatch({ handlers });
  await until(async () => (await parkedGroups(world.db)).total.count === 12);
  await dispatcher.stop();
  const [group] = (await parkedGroups(world.db)).groups;
  if (!group) throw new Error("one group");
  expect(group).toMatchObject({ count: 12, blocksKeys: 0, form: "Error: duplicate key # of '…'" });
  const none = { state: "parked", errorGroup: "0".repeat(32) };
  expect((await retry({ handler: "workflow", filter: none })).result.count).toBe(0);
  fault.isOn = false;
  const wish = { handler: "workflow", filter: { state: "parked", errorGroup: group.errorGroup } };
  const answer = await retry(wish);
  expect(answer.result).toEqual({ count: 12, left: { count: 0, more: false } });
  expect((await retry(wish)).eventIds).toEqual([]);
  world.dispatch({ handlers });
  await allDeliveriesSettled(world.db);
  for (const id of ids) expect(await statusOf(world, id, "workflow")).toMatchObject({ status: "done" });
  expect((await acts())[0]).toBe("LOG_DELIVERIES_RETRIED workflow operations.retry");
  expect(await broken()).toEqual([]);
});

test("a paused handler begins nothing, also nothing that was claimed before; resumed, it misses nothing", async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun: string[] = [];
  const handlers = withFault("workflow", (eventId) => {
    begun.push(eventId);
    return held;
  });
  const ids = await emit(world.db, facts(10, 1));
  world.dispatch({ handlers });
  await until(() => begun.length === 1);
  const answer = await pause("workflow");
  expect(answer.result).toMatchObject({ handler: "workflow", pausedAt: expect.any(String), waiting: 10 });
  release();
  await until(async () => (await statusOf(world, ids[0] ?? "", "workflow"))?.status === "done");
  await allDeliveriesSettled(world.db);
  expect(begun).toHaveLength(1);
  await resume("workflow");
  await allDeliveriesSettled(world.db);
  expect(begun).toEqual(ids);
  expect((await acts()).slice(0, 2)).toEqual([
    "LOG_HANDLER_PAUSED workflow operations.pause-handler",
    "LOG_HANDLER_RESUMED workflow operations.resume-handler",
  ]);
  expect(await broken()).toEqual([]);
});

test("the same key settles once", async () => {
  const { handlers } = brokenWorkflow();
  const id = await emitOne("b-1");
  const dispatcher = world.dispatch({ handlers });
  await untilParked(id);
  await dispatcher.stop();
  const command: DeliveryCommand = {
    type: "skip",
    ...skipInput.parse({ handler: "workflow", factId: id, reason: "By hand." }),
  };
  const run = () => runCommand(world.db, deliveries, command, { actor: admin, idempotencyKey: "skip-once" });
  const [one, other] = await Promise.all([run(), run()]);
  expect(one?.eventIds).toEqual(other?.eventIds);
  expect(await attemptsOf(world, id, "workflow")).toHaveLength(2);
});
