import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

export interface HistogramRange {
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
  /** Hours are kept for three years, days for good. */
  readonly grain: "hour" | "day";
  /** Facts of one type; of all types when left out. */
  readonly type?: string;
}

export interface HistogramBar {
  readonly at: Date;
  readonly facts: number;
}

/**
 * How many facts were recorded in each hour or day, oldest first; a bar of nothing is missing. Reads one row of the
 * rollups per bar by its key, so years cost the same however many facts they hold.
 */
export function readHistogram(
  db: Queryable,
  { from, to, grain, type = "" }: HistogramRange,
): Promise<HistogramBar[]> {
  return db.query<HistogramBar>(sql`
    SELECT starts_at AS at, appended::double precision AS facts FROM event_rollup
    WHERE grain = ${grain} AND handler = '' AND type = ${type}
      AND starts_at >= ${from}::timestamptz AND starts_at < ${to}::timestamptz
    ORDER BY starts_at`);
}
