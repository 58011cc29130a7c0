import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "@/testing/database";
import { createWorld, type World } from "@/testing/reliability/world";
import { type Announcer, readIncidents, settleIncidents } from "./incidents";
import type { Reading } from "./readings";

let world: World;
let told: string[];
beforeEach(async () => {
  world = await createWorld(await createTestDatabase());
  told = [];
});
afterEach(async () => {
  await world.close();
  await world.test.drop();
});

const announcer: Announcer = {
  raised: async (_, { alarm, subject }) => {
    told.push(`raised ${alarm} ${subject}`);
  },
  resolved: async (_, { alarm, subject }) => {
    told.push(`resolved ${alarm} ${subject}`);
  },
};

const parked = (subject: string, value = 1): Reading => ({
  alarm: "parked",
  subject,
  value,
  detail: `${value} gave up.`,
  isBroken: value > 0,
});
const runway = (value: number): Reading => ({
  alarm: "runway",
  subject: "",
  value,
  detail: `${value} days.`,
  isBroken: value < 45,
});

test("a broken limit raises one incident, however often and by however many it is seen", async () => {
  for (let looks = 0; looks < 3; looks += 1) {
    await Promise.all(
      Array.from({ length: 6 }, () => settleIncidents(world.db, [parked("workflow", looks + 1)], announcer)),
    );
  }
  expect(told).toEqual(["raised parked workflow"]);
  expect(await readIncidents(world.db)).toMatchObject([
    { alarm: "parked", subject: "workflow", value: 3, worst: 3, detail: "3 gave up.", resolvedAt: null },
  ]);
});

test("handlers have incidents of their own, and what keeps its limit has none", async () => {
  await settleIncidents(
    world.db,
    [parked("workflow"), parked("reporting"), parked("notification", 0)],
    announcer,
  );
  expect(told.sort()).toEqual(["raised parked reporting", "raised parked workflow"]);
});

test("the worst value is the lowest where a limit is to be exceeded", async () => {
  for (const days of [40, 12, 30]) await settleIncidents(world.db, [runway(days)], announcer);
  expect(await readIncidents(world.db)).toMatchObject([{ value: 30, worst: 12 }]);
});

test("an incident is over once its limit was kept for long enough, and the next one is a new one", async () => {
  const look = (value: number, calmMs: number) =>
    settleIncidents(world.db, [parked("workflow", value)], announcer, calmMs);
  await look(1, 60_000);
  await look(0, 60_000);
  expect(told).toEqual(["raised parked workflow"]);
  await look(1, 60_000);
  await look(0, 60_000);
  await Promise.all(Array.from({ length: 4 }, () => look(0, 0)));
  expect(told).toEqual(["raised parked workflow", "resolved parked workflow"]);
  await look(2, 60_000);
  expect(told.at(-1)).toBe("raised parked workflow");
  expect(await readIncidents(world.db)).toMatchObject([
    { resolvedAt: null },
    { resolvedAt: expect.any(Date) },
  ]);
});

test("an incident and its message stand or fall together", async () => {
  const fails: Announcer = { ...announcer, raised: () => Promise.reject(new Error("no message")) };
  await expect(settleIncidents(world.db, [parked("workflow")], fails)).rejects.toThrow("no message");
  expect(await readIncidents(world.db)).toEqual([]);
  await settleIncidents(world.db, [parked("workflow")], announcer);
  expect(told).toEqual(["raised parked workflow"]);
});
