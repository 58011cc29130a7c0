import { expect, test } from "vitest";
import type { EventType } from "@/domain-events/catalog/catalog";
import { filledWorld } from "@/testing/reliability/filled-world";
import { estimateFacts } from "./estimate";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = new Date(Math.floor(Date.now() / DAY) * DAY + 12 * HOUR);
const ago = (ms: number) => new Date(+now - ms).toISOString();

// Per hour 60 of two types for a month, and 1,000 a day of each for the eight years up to now.
const world = filledWorld(
  `INSERT INTO event_rollup (grain, handler, type, starts_at, appended)
   SELECT 'hour', '', type, h, CASE type WHEN '' THEN 120 ELSE 60 END
   FROM generate_series($1::timestamptz - interval '30 days', $1::timestamptz, interval '1 hour') AS h,
     unnest(ARRAY['', 'BOOKING_APPROVED', 'KIT_ASSIGNED_TO_ACTIVITY']) AS type
   UNION ALL
   SELECT 'day', '', type, d, CASE type WHEN '' THEN 2000 ELSE 1000 END
   FROM generate_series(date_trunc('day', $1::timestamptz) - interval '8 years', $1::timestamptz, interval '1 day') AS d,
     unnest(ARRAY['', 'BOOKING_APPROVED', 'KIT_ASSIGNED_TO_ACTIVITY']) AS type`,
  [now.toISOString()],
);

const about = (from: string, types?: readonly EventType[], to = ago(-HOUR)) =>
  estimateFacts(world().db, { from, to, ...(types && { types }) }, +now);

test("a range adds up its bars, the one in progress whole and a cut one by its share", async () => {
  expect(await about(ago(10 * HOUR))).toBe(11 * 120);
  expect(await about(ago(10.25 * HOUR))).toBe(11 * 120 + 30);
  expect(await about(ago(10 * HOUR), undefined, ago(0))).toBe(10 * 120);
  expect(await about(ago(10 * HOUR), ["KIT_ASSIGNED_TO_ACTIVITY"])).toBe(11 * 60);
  expect(await about(ago(10 * HOUR), ["STAFF_CHECKED_IN"])).toBe(0);
});

test("what has expired is not counted, though the rollups keep it for good", async () => {
  // A new log: its first partitions begin with this year, half-year or month.
  const since = async (category: string) => {
    const { rows } = await world().db.pool.query<{ since: Date }>(
      "SELECT min(from_at) AS since FROM event_partition WHERE category = $1",
      [category],
    );
    return Math.ceil((+now - +(rows[0]?.since ?? now)) / DAY);
  };
  const [bookings, kits] = [await since("booking"), await since("kit")];
  const beginning = "1970-01-01T00:00:00.000Z";
  const whole = ago(-12 * HOUR);
  expect(await about(beginning, ["BOOKING_APPROVED"], whole)).toBe(bookings * 1_000);
  expect(await about(beginning, ["KIT_ASSIGNED_TO_ACTIVITY"], whole)).toBe(kits * 1_000);
  expect(await about(beginning, undefined, whole)).toBe((bookings + kits) * 1_000);
});
