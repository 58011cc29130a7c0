import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { DispatcherLogger } from "./dispatcher";

/** Facts younger than this may belong to a transaction that is just being looked at. */
const MIN_AGE = "1 minute";

/** How far each run looks back before the time that the last one came to: no transaction stays open for so long. */
const OVERLAP = "5 minutes";

/** Facts in one statement at most, some tens of milliseconds. */
const BATCH = 5_000;

/** Batches in one run at most; the next run goes on. */
const BATCHES_MAX = 200;

/** Holes named in the process's log at most. */
const NAMED_MAX = 20;

interface BatchRow {
  readonly until_at: Date;
  readonly caught_up: boolean;
  readonly found: number;
  readonly named: readonly string[];
}

/**
 * Fills holes: facts that a handler was owed when they were recorded and for which there is neither an open
 * delivery, nor a dead one, nor a receipt (engine.md §5). Every fact is looked at, in the order of recording: how
 * far it came and what it found stands in `event_reconcile`. Resolves to how many holes there were, which must be 0.
 * @param minAge a Postgres interval; facts younger than it are left alone
 */
export async function reconcile(db: Queryable, logger?: DispatcherLogger, minAge = MIN_AGE): Promise<number> {
  let holes = 0;
  let from: Date | null = null;
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const row = await fillBatch(db, from, minAge);
    holes += row.found;
    if (row.found > 0) {
      logger?.error({ count: row.found, holes: row.named }, "Facts without a delivery were found.");
    }
    if (row.caught_up) break;
    from = row.until_at;
  }
  return holes;
}

/**
 * Looks at the facts from `from` on, and for null from a little before where the last run ended. The sub-selects are
 * scalar on purpose: each is one look into an index per fact and handler, which no statistics can turn into a scan.
 */
async function fillBatch(db: Queryable, from: Date | null, minAge: string): Promise<BatchRow> {
  const [row] = await db.query<BatchRow>(sql`
    WITH bounds AS MATERIALIZED (
      SELECT coalesce(${from}::timestamptz, checked_until - ${OVERLAP}::interval) AS from_at,
        clock_timestamp() - ${minAge}::interval AS limit_at
      FROM event_reconcile
    ), span AS MATERIALIZED (
      SELECT b.from_at, coalesce(n.recorded_at, b.limit_at) AS until_at, n.recorded_at IS NULL AS caught_up
      FROM bounds b
      LEFT JOIN LATERAL (
        SELECT l.recorded_at FROM event_log l
        WHERE l.recorded_at > b.from_at AND l.recorded_at < b.limit_at
        ORDER BY l.recorded_at, l.position OFFSET ${BATCH}::integer LIMIT 1) AS n ON true
    ), hole AS MATERIALIZED (
      SELECT h.name, k.order_key, l.position, l.id, l.type, l.category, l.recorded_at, l.expires_on
      FROM span p
      JOIN event_log l ON l.recorded_at >= p.from_at AND l.recorded_at < p.until_at
      CROSS JOIN event_handler h
      CROSS JOIN LATERAL (
        SELECT CASE h.ordering WHEN 'correlation' THEN l.correlation_id ELSE l.id::text END AS order_key) AS k
      WHERE (SELECT true FROM event_subscription s
          WHERE s.handler = h.name AND s.type = l.type AND s.since <= l.recorded_at
            AND (s.until IS NULL OR s.until > l.recorded_at) LIMIT 1)
        AND (SELECT true FROM event_delivery d
          WHERE d.handler = h.name AND d.order_key = k.order_key AND d.position = l.position LIMIT 1) IS NULL
        AND (SELECT true FROM event_attempt a
          WHERE a.event_id = l.id AND a.handler = h.name AND a.expires_on = l.expires_on AND a.closes LIMIT 1) IS NULL
    ), filled AS (
      INSERT INTO event_delivery (
        handler, order_key, position, event_id, type, category, recorded_at, expires_on, due_at)
      SELECT name, order_key, position, id, type, category, recorded_at, expires_on, clock_timestamp() FROM hole
      ON CONFLICT DO NOTHING
      RETURNING event_id
    ), noted AS (
      UPDATE event_reconcile r
      SET last_run_at = clock_timestamp(), checked_until = greatest(r.checked_until, p.until_at),
        last_found = (SELECT count(*) FROM hole) + CASE WHEN ${from}::timestamptz IS NULL THEN 0 ELSE r.last_found END,
        found_at = CASE WHEN EXISTS (SELECT FROM hole) THEN clock_timestamp() ELSE r.found_at END,
        holes_found_total = r.holes_found_total + (SELECT count(*) FROM hole),
        holes_filled_total = r.holes_filled_total + (SELECT count(*) FROM filled)
      FROM span p
    )
    SELECT p.until_at, p.caught_up, (SELECT count(*)::integer FROM hole) AS found,
      ARRAY(SELECT concat_ws(' ', name, id) FROM hole LIMIT ${NAMED_MAX}::integer) AS named
    FROM span p`);
  if (!row) throw new Error("the reconciler's row is missing from event_reconcile");
  return row;
}
