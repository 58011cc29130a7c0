import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { admin, otherAdmin, testId } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { insertEventRows } from "@/testing/builders/event-rows";
import { insertSlots, insertStaff } from "@/testing/builders/staff-rows";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { publishPlan, setSeat } from "./change-plan";
import { planQueue, proposeRoster } from "./propose";
import { type PlanView, viewPlan } from "./view-plan";

let own: TestDatabase;
let database: Database;
const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "00:00", to: "24:00" }));
const [ada, bo, cy] = [testId(2, 21), testId(2, 22), testId(2, 23)];
const event = (index: number) => testId(7, index);
const slot = (index: number) => testId(6, index);
const range = { startsAt: "2035-10-08T00:00:00.000Z", endsAt: "2035-10-15T00:00:00.000Z" };
const origin = { actor: admin, requestId: testId(40, 1) };

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 4, applicationName: "planner test" });
  await insertDirectory(database);
  await database.execute(sql`
    UPDATE location SET latitude = 40.7536, longitude = -73.9832 WHERE id = ${venues.park.id}`);
  await database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${admin.id}, 'Ana', 'ana@people.example', 'admin'),
      (${otherAdmin.id}, 'Olga', 'olga@people.example', 'admin')`);
  await insertStaff(database, [
    { id: ada, name: "Ada", roles: ["Host"], weekly: always, home: [40.76, -73.98], rate: 30 },
    { id: bo, name: "Bo", roles: ["Host"], weekly: always, home: [40.6, -73.98], rate: 20 },
    { id: cy, name: "Cy", roles: ["Host"], weekly: [], home: [40.76, -73.98] },
  ]);
  // Two at the same time, one on the next day; one of another week; a role that nobody does.
  await insertEventRows(database, [
    { id: event(1), startsAt: "2035-10-10T14:00:00.000Z" },
    { id: event(2), startsAt: "2035-10-10T14:00:00.000Z" },
    { id: event(3), startsAt: "2035-10-11T14:00:00.000Z" },
    { id: event(4), startsAt: "2035-10-20T14:00:00.000Z" },
  ]);
  await insertSlots(database, [
    ...[1, 2, 3, 4].map((index) => ({ id: slot(index), eventId: event(index), role: "host" })),
    { id: slot(5), eventId: event(3), role: "Driver" },
  ]);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

async function present(planId: string): Promise<PlanView> {
  const plan = await viewPlan(database, admin.id, planId);
  if (!plan) throw new Error("there is no plan");
  return plan;
}
const people = ({ seats }: PlanView) =>
  Object.fromEntries(seats.map(({ slotId, person }) => [slotId, person?.name ?? null]));
const key = (index: number) => `planner-test-${index}`;
const propose = (idempotencyKey: string) =>
  proposeRoster(database, { personId: admin.id, ...range, seconds: 5, idempotencyKey });
const assigned = () =>
  database.query(sql`SELECT slot_id, user_id, status, rate::text FROM staff_assignment ORDER BY slot_id`);

test("a week is planned: whoever is free and does the role gets one place at a time, and nobody is told", async () => {
  const { planId } = await propose(key(1));
  expect((await present(planId)).status).toBe("solving");
  await planQueue().idle();
  const plan = await present(planId);
  expect(plan.status).toBe("ready");
  expect(people(plan)).toMatchObject({ [slot(3)]: "Ada", [slot(5)]: null });
  expect([people(plan)[slot(1)], people(plan)[slot(2)]].sort()).toEqual(["Ada", "Bo"]);
  expect(plan.progress).toMatchObject({
    slots: 4,
    people: 3,
    result: { by: "solver", filled: 3, filledBound: 3, greedyFilled: 3 },
  });
  expect(plan.progress.result?.gap).toBeLessThan(0.001);
  expect(await assigned()).toEqual([]);
  expect((await propose(key(1))).planId).toBe(planId);
});

test("each seat says why, against the rest of the plan", async () => {
  const plan = await viewPlan(database, admin.id, undefined);
  const seat = plan?.seats.find(({ slotId }) => slotId === slot(3));
  expect(seat?.person).toMatchObject({
    userId: ada,
    pay: { rate: 30, currency: "USD" },
    fit: { blockers: [], reasons: expect.arrayContaining([expect.objectContaining({ kind: "distance" })]) },
  });
});

test("a seat that is changed shows what breaks, and stops the publishing", async () => {
  const { planId } = await propose(key(1));
  const before = await present(planId);
  const busy = before.seats.find(({ slotId }) => slotId === slot(1))?.person?.userId ?? "";
  const changed = await setSeat(database, admin, { planId, slotId: slot(2), userId: busy });
  expect(changed).toEqual({ planId, version: 2 });
  expect(await setSeat(database, admin, { planId, slotId: slot(2), userId: busy })).toEqual(changed);
  const broken = (await present(planId)).seats.find(({ slotId }) => slotId === slot(2));
  expect(broken).toMatchObject({ isChosen: true, person: { fit: { blockers: [{ kind: "overlap" }] } } });
  await expect(publishPlan(database, origin, { planId, version: 2 })).rejects.toMatchObject({
    code: "RULE_VIOLATED",
    details: { rule: "plan_broken" },
  });
  expect(await assigned()).toEqual([]);
});

test("a plan is its maker's: others find none", async () => {
  const { planId } = await propose(key(1));
  await expect(viewPlan(database, otherAdmin.id, planId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(
    setSeat(database, otherAdmin, { planId, slotId: slot(1), userId: null }),
  ).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await viewPlan(database, otherAdmin.id, undefined)).toBeNull();
});

test("publishing offers all of it at once, each for their own pay, and once", async () => {
  const { planId } = await propose(key(1));
  await setSeat(database, admin, { planId, slotId: slot(2), userId: null });
  const { version } = await present(planId);
  await expect(publishPlan(database, origin, { planId, version: 1 })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  const order = { planId, version, idempotencyKey: key(2) };
  const answer = await publishPlan(database, origin, order);
  expect(answer).toMatchObject({ shifts: 2, repeated: false });
  const rows = await assigned();
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual({ slot_id: slot(3), user_id: ada, status: "offered", rate: "30.00" });
  expect(await publishPlan(database, origin, order)).toMatchObject({ shifts: 2, repeated: true });
  await expect(publishPlan(database, origin, { planId, version })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("what was asked for is planned no more; one plan of a person is made at a time", async () => {
  const { planId } = await propose(key(3));
  await expect(propose(key(4))).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  await planQueue().idle();
  expect(Object.keys(people(await present(planId))).sort()).toEqual([slot(2), slot(5)]);
});

test("the same key for another range is a conflict", async () => {
  const other = { personId: admin.id, ...range, endsAt: "2035-10-14T00:00:00.000Z", seconds: 5 };
  await expect(proposeRoster(database, { ...other, idempotencyKey: key(3) })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});
