import type { Database, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { type CountingStep, nextStep, RESTORED } from "./snapshot";
import { LATENCY_BOUNDS_MS } from "./latency";

/** Transaction numbers in one turn at most: some tens of thousands of rows, tens of milliseconds. */
const WIDTH_MAX = 50_000;

/** One transaction is counted whole, and somebody may have put a million rows into it. */
const STATEMENT_MS_MAX = 10 * 60_000;

export interface Counted {
  readonly isCaughtUp: boolean;
}

/**
 * Counts the facts and the tries that were committed since the last turn into `event_rollup`, each exactly once:
 * the snapshot up to which was counted is stored in the transaction that adds the counts. It asks for the
 * transactions between two snapshots by index and never scans. Resolves to undefined when another process is at it.
 *
 * `measure` runs in the same transaction once everything is counted, so that what it reads fits the counts exactly.
 */
export function countFresh(
  db: Database,
  measure: (tx: Tx) => Promise<void>,
  widthMax: number = WIDTH_MAX,
): Promise<Counted | undefined> {
  return db.transaction((tx) => count(tx, measure, widthMax), { statementTimeoutMs: STATEMENT_MS_MAX });
}

async function count(
  tx: Tx,
  measure: (tx: Tx) => Promise<void>,
  widthMax: number,
): Promise<Counted | undefined> {
  await tx.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`);
  const [state] = await tx.query<StateRow>(sql`
    SELECT counted::text AS counted_text, pg_current_snapshot()::text AS present_text
    FROM monitoring_state FOR UPDATE SKIP LOCKED`);
  if (!state) return undefined;
  const step = nextStep(state.counted_text, state.present_text, widthMax);
  if (step === RESTORED) return beginAnew(tx);
  await byIndexOnly(tx);
  await tx.execute(addStatement(step));
  await tx.execute(sql`
    UPDATE monitoring_state SET counted = ${step.next}::pg_snapshot, counted_at = clock_timestamp()`);
  if (step.isCaughtUp) await measure(tx);
  return { isCaughtUp: step.isCaughtUp };
}

interface StateRow {
  readonly counted_text: string;
  readonly present_text: string;
}

/**
 * After a restore into a new cluster, old rows carry numbers that are yet to come. Only what was recorded after the
 * last count is new; what was committed in the seconds before the dump may be missed.
 */
async function beginAnew(tx: Tx): Promise<Counted> {
  await tx.execute(sql`UPDATE monitoring_state SET counted = '3:3:', since = counted_at`);
  return { isCaughtUp: false };
}

/** The planner cannot know that the newest transactions are few. */
async function byIndexOnly(tx: Tx): Promise<void> {
  await tx.execute(sql`
    SELECT set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)`);
}

/** A class holds its upper bound, which `width_bucket` counts to the next one: hence the mirrored bounds. */
const MIRRORED_BOUNDS = [...LATENCY_BOUNDS_MS].reverse().map((bound) => -bound);

const freshFacts = ({ from, to, late }: CountingStep) => sql`
  SELECT l.type, l.recorded_at FROM event_log l CROSS JOIN monitoring_state m
  WHERE l.xid >= ${from}::xid8 AND l.xid < ${to}::xid8 AND l.recorded_at >= m.since
  UNION ALL
  SELECT l.type, l.recorded_at FROM event_log l CROSS JOIN monitoring_state m
  WHERE l.xid = ANY (${late}::xid8[]) AND l.recorded_at >= m.since`;

const freshTries = ({ from, to, late }: CountingStep) => sql`
  SELECT a.handler, a.type, a.outcome, a.closes, a.run, a.attempt, a.recorded_at, a.finished_at
  FROM event_attempt a CROSS JOIN monitoring_state m
  WHERE a.xid >= ${from}::bigint AND a.xid < ${to}::bigint AND a.finished_at >= m.since
  UNION ALL
  SELECT a.handler, a.type, a.outcome, a.closes, a.run, a.attempt, a.recorded_at, a.finished_at
  FROM event_attempt a CROSS JOIN monitoring_state m
  WHERE a.xid = ANY (${late}::bigint[]) AND a.finished_at >= m.since`;

const addStatement = (step: CountingStep) => sql`
  WITH fact AS MATERIALIZED (${freshFacts(step)}
  ), tries AS MATERIALIZED (${freshTries(step)}
  ), appended AS (
    SELECT handler, type, date_trunc('minute', recorded_at, 'UTC') AS minute, count(*) AS appended
    FROM (
      SELECT '' AS handler, type, recorded_at FROM fact
      UNION ALL
      SELECT s.handler, f.type, f.recorded_at
      FROM fact f JOIN event_subscription s ON s.type = f.type AND s.since <= f.recorded_at
        AND (s.until IS NULL OR s.until > f.recorded_at)) AS owed
    GROUP BY 1, 2, 3
  ), timed AS (
    SELECT handler, type, outcome, closes, run, attempt, date_trunc('minute', finished_at, 'UTC') AS minute,
      CASE WHEN outcome = 'done' AND run = 0
        THEN (extract(epoch FROM finished_at - recorded_at) * 1000)::double precision END AS latency_ms
    FROM tries
  ), classed AS (
    SELECT *, 14 - width_bucket(-latency_ms, ${MIRRORED_BOUNDS}::double precision[]) AS class FROM timed
  ), tried AS (
    SELECT handler, type, minute,
      count(*) FILTER (WHERE outcome = 'done') AS done,
      count(*) FILTER (WHERE outcome IN ('failed', 'timeout', 'interrupted', 'crashed')) AS failed,
      count(*) FILTER (WHERE outcome = 'done' AND attempt > 1) AS retried,
      count(*) FILTER (WHERE outcome = 'dead') AS dead,
      count(*) FILTER (WHERE closes AND run = 0) AS settled,
      coalesce(sum(latency_ms), 0) AS latency_sum_ms,
      ARRAY[
        count(*) FILTER (WHERE class = 1), count(*) FILTER (WHERE class = 2), count(*) FILTER (WHERE class = 3),
        count(*) FILTER (WHERE class = 4), count(*) FILTER (WHERE class = 5), count(*) FILTER (WHERE class = 6),
        count(*) FILTER (WHERE class = 7), count(*) FILTER (WHERE class = 8), count(*) FILTER (WHERE class = 9),
        count(*) FILTER (WHERE class = 10), count(*) FILTER (WHERE class = 11), count(*) FILTER (WHERE class = 12),
        count(*) FILTER (WHERE class = 13), count(*) FILTER (WHERE class = 14)] AS latency
    FROM classed GROUP BY 1, 2, 3
  ), counted AS (
    SELECT handler, type, minute, appended, 0::bigint AS done, 0::bigint AS failed, 0::bigint AS retried,
      0::bigint AS dead, 0::bigint AS settled, 0::double precision AS latency_sum_ms,
      array_fill(0::bigint, ARRAY[14]) AS latency
    FROM appended
    UNION ALL
    SELECT handler, type, minute, 0, done, failed, retried, dead, settled, latency_sum_ms, latency FROM tried
  )
  INSERT INTO event_rollup AS r (grain, handler, type, starts_at, appended, done, failed, retried, dead, settled,
    latency_sum_ms, latency)
  SELECT g.grain, c.handler, coalesce(c.type, ''), g.starts_at, sum(appended), sum(done), sum(failed),
    sum(retried), sum(dead), sum(settled), sum(latency_sum_ms), histogram_sum(latency)
  FROM counted c CROSS JOIN LATERAL (VALUES
    ('minute', c.minute), ('hour', date_trunc('hour', c.minute, 'UTC')), ('day', date_trunc('day', c.minute, 'UTC')),
    ('all', '-infinity'::timestamptz)) AS g (grain, starts_at)
  GROUP BY GROUPING SETS ((g.grain, c.handler, g.starts_at, c.type), (g.grain, c.handler, g.starts_at))
  ON CONFLICT (grain, handler, type, starts_at) DO UPDATE
  SET appended = r.appended + excluded.appended, done = r.done + excluded.done, failed = r.failed + excluded.failed,
    retried = r.retried + excluded.retried, dead = r.dead + excluded.dead, settled = r.settled + excluded.settled,
    latency_sum_ms = r.latency_sum_ms + excluded.latency_sum_ms,
    latency = histogram_add(r.latency, excluded.latency)`;
