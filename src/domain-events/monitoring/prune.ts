import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** Single minutes are kept so long; the hours and days they belong to were counted beside them. */
export const MINUTES_KEPT_DAYS = 90;

/** Single hours are kept so long; days are kept for good. */
export const HOURS_KEPT_DAYS = 3 * 365;

const BATCH = 20_000;

/** Removes what the charts no longer show, at most 20,000 rows of each kind; resolves to how many counts went. */
export async function pruneMonitoring(db: Queryable): Promise<number> {
  const minutes = await pruneGrain(db, "minute", MINUTES_KEPT_DAYS);
  const hours = await pruneGrain(db, "hour", HOURS_KEPT_DAYS);
  await db.execute(sql`
    DELETE FROM dispatcher_start WHERE id IN (
      SELECT id FROM dispatcher_start
      WHERE started_at < clock_timestamp() - make_interval(days => ${MINUTES_KEPT_DAYS}::integer) LIMIT ${BATCH})`);
  return minutes + hours;
}

function pruneGrain(db: Queryable, grain: "minute" | "hour", days: number): Promise<number> {
  return db.execute(sql`
    DELETE FROM event_rollup WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM event_rollup
      WHERE grain = ${grain} AND starts_at < clock_timestamp() - make_interval(days => ${days}::integer)
      ORDER BY starts_at LIMIT ${BATCH}))`);
}
