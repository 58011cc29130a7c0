import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type Percentiles, percentiles } from "./latency";

/** Stretches of time that the screens show. */
export const HEALTH_RANGES = ["1h", "24h", "7d", "30d"] as const;
export type HealthRange = (typeof HEALTH_RANGES)[number];

interface Resolution {
  readonly grain: "minute" | "hour";
  readonly stepMs: number;
  readonly steps: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a chart of each range is drawn from; between 60 and 288 points. */
export const resolutions: Readonly<Record<HealthRange, Resolution>> = {
  "1h": { grain: "minute", stepMs: MINUTE, steps: 60 },
  "24h": { grain: "minute", stepMs: 5 * MINUTE, steps: 288 },
  "7d": { grain: "hour", stepMs: HOUR, steps: 168 },
  "30d": { grain: "hour", stepMs: 4 * HOUR, steps: 180 },
};

/** One stretch of one handler, or of the facts themselves where `handler` is empty. */
export interface SeriesPoint extends Percentiles {
  /** Its beginning. */
  readonly at: Date;
  readonly handler: string;
  readonly appended: number;
  readonly done: number;
  readonly failed: number;
  readonly retried: number;
  readonly dead: number;
  /** First runs that ended; the backlog shrank by so many. */
  readonly settled: number;
}

interface CountRow {
  readonly handler: string;
  readonly appended: number;
  readonly done: number;
  readonly failed: number;
  readonly retried: number;
  readonly dead: number;
  readonly settled: number;
  readonly latency: readonly string[];
}

/**
 * The counts of all types together, per handler and step, oldest first. A step in which nothing happened has no
 * point. From the rollups alone: as many rows as there are steps, whatever the size of the log.
 */
export async function readSeries(
  db: Queryable,
  range: HealthRange,
  until: Date,
): Promise<readonly SeriesPoint[]> {
  const { grain, stepMs } = resolutions[range];
  const from = startOf(range, until);
  const rows = await db.query<CountRow & { at: Date }>(sql`
    SELECT date_bin(${stepMs}::integer * interval '1 millisecond', starts_at, '2000-01-01 00:00:00+00') AS at, handler,
      sum(appended)::double precision AS appended, sum(done)::double precision AS done,
      sum(failed)::double precision AS failed, sum(retried)::double precision AS retried,
      sum(dead)::double precision AS dead, sum(settled)::double precision AS settled,
      histogram_sum(latency) AS latency
    FROM event_rollup
    WHERE grain = ${grain} AND type = '' AND starts_at >= ${from}::timestamptz
      AND handler IN (SELECT '' UNION ALL SELECT name FROM event_handler)
    GROUP BY 1, 2 ORDER BY 1, 2`);
  return rows.map(({ latency, ...row }) => ({ ...row, ...percentiles(latency.map(Number)) }));
}

/** Where the first step of a range begins. */
export function startOf(range: HealthRange, until: Date): Date {
  const { stepMs, steps } = resolutions[range];
  return new Date((Math.floor(+until / stepMs) - steps + 1) * stepMs);
}

/** What one handler did with one type in a range. */
export interface TypeCounts extends Percentiles {
  readonly handler: string;
  readonly type: string;
  readonly appended: number;
  readonly done: number;
  readonly failed: number;
  readonly retried: number;
  readonly dead: number;
}

/** Counts per handler and type since the beginning of the range; of a day or more by whole hours. */
export async function readByType(
  db: Queryable,
  range: HealthRange,
  until: Date,
): Promise<readonly TypeCounts[]> {
  const grain = range === "1h" ? "minute" : "hour";
  const rows = await db.query<Omit<CountRow, "settled"> & { type: string }>(sql`
    SELECT handler, type, sum(appended)::double precision AS appended, sum(done)::double precision AS done,
      sum(failed)::double precision AS failed, sum(retried)::double precision AS retried,
      sum(dead)::double precision AS dead, histogram_sum(latency) AS latency
    FROM event_rollup
    WHERE grain = ${grain} AND handler <> '' AND type <> '' AND starts_at >= ${startOf(range, until)}::timestamptz
    GROUP BY handler, type ORDER BY handler, type`);
  return rows.map(({ latency, ...row }) => ({ ...row, ...percentiles(latency.map(Number)) }));
}

/** Latency of each handler over the whole range, all types together. */
export async function readByHandler(
  db: Queryable,
  range: HealthRange,
  until: Date,
): Promise<readonly (Percentiles & { readonly handler: string })[]> {
  const rows = await db.query<{ handler: string; latency: readonly string[] }>(sql`
    SELECT handler, histogram_sum(latency) AS latency FROM event_rollup
    WHERE grain = ${resolutions[range].grain} AND type = '' AND starts_at >= ${startOf(range, until)}::timestamptz
      AND handler IN (SELECT name FROM event_handler)
    GROUP BY handler`);
  return rows.map(({ handler, latency }) => ({ handler, ...percentiles(latency.map(Number)) }));
}

/** Counts since the first fact, per handler and type; facts themselves where `handler` is empty. */
export interface LifetimeCounts {
  readonly handler: string;
  readonly type: string;
  readonly appended: number;
  readonly done: number;
  readonly failed: number;
  readonly retried: number;
  readonly dead: number;
  readonly settled: number;
  readonly latencySumMs: number;
  /** By class of `LATENCY_BOUNDS_MS`. */
  readonly latency: readonly number[];
}

/** One row per handler and type, whatever the size of the log. */
export async function readLifetime(db: Queryable): Promise<readonly LifetimeCounts[]> {
  const rows = await db.query<CountRow & { type: string; latencySumMs: number }>(sql`
    SELECT handler, type, appended::double precision AS appended, done::double precision AS done,
      failed::double precision AS failed, retried::double precision AS retried, dead::double precision AS dead,
      settled::double precision AS settled, latency_sum_ms AS "latencySumMs", latency
    FROM event_rollup WHERE grain = 'all' AND type <> '' ORDER BY handler, type`);
  return rows.map((row) => ({ ...row, latency: row.latency.map(Number) }));
}
