import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { DispatcherLogger } from "./dispatcher";

/** Facts younger than this may belong to a transaction that is just being looked at. */
const MIN_AGE = "1 minute";

/** How far back each run looks; holes do not appear later than the append. */
const WINDOW = "2 days";

/**
 * Fills holes: facts that a handler was owed when they were recorded and for which there is neither an open
 * delivery, nor a dead one, nor a receipt (engine.md §5). Resolves to how many there were, which must be 0.
 * @param minAge a Postgres interval; facts younger than it are left alone
 */
export async function reconcile(db: Queryable, logger?: DispatcherLogger, minAge = MIN_AGE): Promise<number> {
  const holes = await db.query<{ event_id: string; handler: string }>(sql`
    INSERT INTO event_delivery (
      handler, order_key, position, event_id, type, category, recorded_at, expires_on, due_at)
    SELECT h.name, CASE h.ordering WHEN 'correlation' THEN l.correlation_id ELSE l.id::text END,
      l.position, l.id, l.type, l.category, l.recorded_at, l.expires_on, clock_timestamp()
    FROM event_log l
    JOIN event_subscription s ON s.type = l.type AND s.since <= l.recorded_at
      AND (s.until IS NULL OR s.until > l.recorded_at)
    JOIN event_handler h ON h.name = s.handler
    WHERE l.recorded_at >= clock_timestamp() - ${WINDOW}::interval
      AND l.recorded_at < clock_timestamp() - ${minAge}::interval
      AND NOT EXISTS (
        SELECT FROM event_delivery d
        WHERE d.handler = h.name AND d.position = l.position
          AND d.order_key = CASE h.ordering WHEN 'correlation' THEN l.correlation_id ELSE l.id::text END)
      AND NOT EXISTS (
        SELECT FROM event_attempt a
        WHERE a.event_id = l.id AND a.handler = h.name AND a.expires_on = l.expires_on AND a.closes)
    ON CONFLICT DO NOTHING
    RETURNING event_id, handler`);
  await noteRun(db, holes.length);
  if (holes.length > 0) {
    logger?.error({ count: holes.length, holes: holes.slice(0, 20) }, "Facts without a delivery were found.");
  }
  return holes.length;
}

/** What monitoring shows of the last run. */
async function noteRun(db: Queryable, found: number): Promise<void> {
  await db.execute(sql`
    UPDATE reconciler_state SET ran_at = clock_timestamp(), found = ${found}::integer,
      filled_ever = filled_ever + ${found}::integer,
      found_at = CASE WHEN ${found}::integer > 0 THEN clock_timestamp() ELSE found_at END`);
}
