import { afterAll, beforeAll, expect, test } from "vitest";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { createTestDatabase } from "@/testing/database";
import { startWorker } from "./child";
import { brokenInvariants, logDigest } from "./invariants";
import { aFact, attemptsOf, createWorld, emit, facts, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
});
afterAll(async () => {
  await world.close();
  await world.test.drop();
});

test("S-01 a worker killed after the effect and before the commit leaves one effect", async () => {
  const [id] = await emit(world.db, [aFact("s-01")]);
  if (id === undefined) throw new Error("no fact");
  const logBefore = await logDigest(world);
  const victim = startWorker(world.test.url, "after-effect");
  await victim.gone();
  expect(victim.lines().some((line) => line.startsWith("effect"))).toBe(true);

  const survivor = world.dispatch();
  await allDeliveriesSettled(world.db);
  const outcomes = (
    await Promise.all(
      (["notification", "workflow", "reporting"] as const).map((name) => attemptsOf(world, id, name)),
    )
  ).flat();
  expect(outcomes.filter((one) => one.outcome === "done")).toHaveLength(3);
  expect(outcomes.some((one) => one.outcome === "abandoned")).toBe(true);
  expect(await brokenInvariants(world, { logBefore, noted: victim.begun() })).toEqual([]);
  await survivor.stop();
});

test("S-02 a worker killed right after the commit leaves no second effect", async () => {
  await emit(world.db, facts(6, 2));
  const victim = startWorker(world.test.url, "after-commit");
  await victim.gone();
  expect(victim.lines().filter((line) => line.startsWith("done")).length).toBeGreaterThan(0);

  const survivor = world.dispatch();
  await allDeliveriesSettled(world.db);
  expect(await brokenInvariants(world, { noted: victim.begun() })).toEqual([]);
  await survivor.stop();
});

test("S-03 a worker killed between claim and start uses up nobody's tries", async () => {
  const ids = await emit(world.db, facts(20, 4));
  const victim = startWorker(world.test.url, "after-claim");
  await victim.gone();
  expect(victim.lines()).toContain("claimed 60");

  const survivor = world.dispatch();
  await allDeliveriesSettled(world.db);
  for (const id of ids) {
    const attempts = await attemptsOf(world, id, "workflow");
    expect(attempts.map((one) => [one.outcome, one.attempt])).toEqual([
      ["abandoned", 0],
      ["done", 1],
    ]);
  }
  expect(await brokenInvariants(world)).toEqual([]);
  await survivor.stop();
});

test("a delivery that kills its worker every time is dead after three lone deaths, its neighbours are not", async () => {
  const [poison] = await emit(world.db, [aFact("killer")]);
  if (poison === undefined) throw new Error("no fact");
  await world.owner.pool.query(
    "UPDATE event_delivery SET suspect = true, crashes = 3 WHERE event_id = $1 AND handler = 'workflow'",
    [poison],
  );
  const [innocent] = await emit(world.db, [aFact("innocent")]);
  const survivor = world.dispatch();
  await allDeliveriesSettled(world.db);
  expect((await attemptsOf(world, poison, "workflow")).map((one) => one.outcome)).toEqual(["dead"]);
  expect((await attemptsOf(world, innocent ?? "", "workflow")).map((one) => one.outcome)).toEqual(["done"]);
  await survivor.stop();
});
