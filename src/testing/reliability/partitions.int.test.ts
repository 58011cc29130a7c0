import { afterEach, beforeEach, expect, test } from "vitest";
import {
  maintainPartitions,
  partitionRunwayDays,
  RUNWAY_MIN_DAYS,
} from "@/domain-events/partitions/maintain";
import { readiness } from "@/domain-events/monitoring/health";
import { retentionPolicy } from "@/domain-events/retention/policy";
import { createTestDatabase } from "@/testing/database";
import { aFact, createWorld, emit, until, type World } from "./world";

let world: World;
beforeEach(async () => {
  world = await createWorld(await createTestDatabase());
});
afterEach(async () => {
  await world.close();
  await world.test.drop();
});

const leaves = async () =>
  (await world.owner.pool.query<{ leaf: string }>("SELECT leaf FROM event_partition ORDER BY leaf")).rows.map(
    (row) => row.leaf,
  );

async function dropLeaves(where: string): Promise<void> {
  const { rows } = await world.owner.pool.query<{ leaf: string }>(
    `SELECT leaf FROM event_partition WHERE ${where}`,
  );
  for (const { leaf } of rows) await world.owner.pool.query(`DROP TABLE ${leaf}`);
}

const partitionsCheck = async () =>
  (await readiness(world.db)).checks.find((one) => one.name === "partitions");

test("a fresh database has a year of runway and fewer than a hundred leaves", async () => {
  expect(await partitionRunwayDays(world.db)).toBeGreaterThan(365);
  expect((await leaves()).length).toBeLessThan(100);
  expect(await partitionsCheck()).toMatchObject({ ok: true });
});

const MONTHS = { month: 1, "half-year": 6, year: 12 } as const;

test("the partitions of each category are cut as the retention policy says", async () => {
  const { rows } = await world.owner.pool.query<{ category: string; months: number }>(
    `SELECT DISTINCT category, (extract(year FROM age(to_at, from_at)) * 12
       + extract(month FROM age(to_at, from_at)))::int AS months
     FROM event_partition WHERE category IS NOT NULL ORDER BY category`,
  );
  const wanted = Object.entries(retentionPolicy).map(([category, { partitionSpan }]) => ({
    category,
    months: MONTHS[partitionSpan],
  }));
  expect(rows).toEqual(wanted.sort((one, other) => one.category.localeCompare(other.category)));
});

test("S-23 missing partitions make the process unready early, fail appends clearly, and are repaired in place", async () => {
  await dropLeaves("parent = 'event_log_kit' AND from_at > now()");
  expect(await partitionRunwayDays(world.db)).toBeLessThan(RUNWAY_MIN_DAYS);
  expect(await partitionsCheck()).toMatchObject({ ok: false });

  await dropLeaves("parent = 'event_log_booking'");
  await expect(emit(world.db, [aFact("s-23")])).rejects.toThrow("no partition of relation");

  world.dispatch({ ownerDatabase: world.owner });
  await until(async () => (await partitionsCheck())?.ok);
  await emit(world.db, [aFact("s-23")]);
});

test("S-24 two processes that maintain at once make each partition once", async () => {
  const before = await leaves();
  await dropLeaves("parent = 'event_log_activity' AND from_at > now()");
  const made = await Promise.all([
    maintainPartitions(world.owner, "a"),
    maintainPartitions(world.owner, "b"),
  ]);
  expect(made.filter((one) => one === undefined).length).toBeLessThanOrEqual(1);
  expect(await leaves()).toEqual(before);
  expect(await maintainPartitions(world.owner, "c")).toBe(0);
});

test("partitions are made while a transaction that appended is still open", async () => {
  await dropLeaves("parent = 'event_log_booking' AND from_at > now()");
  const client = await world.owner.pool.connect();
  await client.query(
    "BEGIN; LOCK TABLE event_log IN ROW EXCLUSIVE MODE; LOCK TABLE event_log_booking IN ROW EXCLUSIVE MODE",
  );
  expect(await maintainPartitions(world.superuser, "d")).toBeGreaterThan(0);
  await client.query("COMMIT");
  client.release();
});

test("attempts find a partition for every category's day of expiry", async () => {
  const { rows } = await world.owner.pool.query<{ missing: number }>(`
    SELECT count(*)::int AS missing FROM generate_series(0, 364) AS d
    CROSS JOIN (VALUES (1), (3), (7)) AS y (years)
    WHERE NOT EXISTS (SELECT FROM event_partition p WHERE p.parent = 'event_attempt'
      AND now() + d * interval '1 day' + make_interval(years => y.years) >= p.from_at
      AND now() + d * interval '1 day' + make_interval(years => y.years) < p.to_at)`);
  expect(rows[0]?.missing).toBe(0);
});
