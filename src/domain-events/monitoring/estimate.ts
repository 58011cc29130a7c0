import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { categoryOf, type EventType, eventTypes } from "@/domain-events/catalog/catalog";
import { retentionPolicy } from "@/domain-events/retention/policy";
import { HOURS_KEPT_DAYS, MINUTES_KEPT_DAYS } from "./prune";

export interface EstimatedRange {
  /** All when left out. */
  readonly types?: readonly EventType[];
  /** ISO 8601, inclusive. */
  readonly from: string;
  /** ISO 8601, exclusive. */
  readonly to: string;
}

/**
 * About how many facts of the range the log holds, off the rollups: a bar that the range cuts counts for its share, and
 * what was recorded in the last seconds is missing. Costs the same however many facts there are: at most a row per
 * type and day.
 */
export async function estimateFacts(db: Queryable, range: EstimatedRange, nowMs: number): Promise<number> {
  const { from, to } = range;
  const { grain, widthMs } = barsOf(range, nowMs);
  const series = (range.types ?? everything(from, nowMs)).map((type) => ({
    type,
    category: type === ALL ? null : categoryOf(type),
  }));
  const [row] = await db.query<{ facts: number }>(sql`
    WITH bar AS (SELECT ${widthMs}::double precision * interval '1 millisecond' AS width),
    kept AS (SELECT category, min(from_at) AS since FROM event_partition GROUP BY category),
    asked AS (
      SELECT s.type, greatest(${from}::timestamptz, k.since) AS since
      FROM jsonb_to_recordset(${JSON.stringify(series)}::jsonb) AS s (type text, category text)
      LEFT JOIN kept k ON k.category = s.category)
    SELECT coalesce(sum(r.appended * extract(epoch FROM least(r.starts_at + bar.width, ${to}::timestamptz)
      - greatest(r.starts_at, asked.since)) / extract(epoch FROM bar.width)), 0)::double precision AS facts
    FROM asked CROSS JOIN bar
    JOIN event_rollup r ON r.grain = ${grain} AND r.handler = '' AND r.type = asked.type
      AND r.starts_at > asked.since - bar.width AND r.starts_at < ${to}::timestamptz`);
  return Math.round(row?.facts ?? 0);
}

/** The name of the series of all types. */
const ALL = "";

const DAY_MS = 86_400_000;
const SHORTEST_KEPT_MS =
  Math.min(...Object.values(retentionPolicy).map((one) => one.yearsKept)) * 365 * DAY_MS;

/** Rollups keep the counts of what has expired: a range that reaches back so far is added up by type. */
function everything(from: string, nowMs: number): readonly (EventType | typeof ALL)[] {
  return nowMs - Date.parse(from) < SHORTEST_KEPT_MS ? [ALL] : eventTypes;
}

function barsOf({ from, to }: EstimatedRange, nowMs: number) {
  const [spanMs, ageMs] = [Date.parse(to) - Date.parse(from), nowMs - Date.parse(from)];
  if (spanMs <= DAY_MS / 8 && ageMs < MINUTES_KEPT_DAYS * DAY_MS) return { grain: "minute", widthMs: 60_000 };
  if (spanMs <= 62 * DAY_MS && ageMs < HOURS_KEPT_DAYS * DAY_MS)
    return { grain: "hour", widthMs: DAY_MS / 24 };
  return { grain: "day", widthMs: DAY_MS };
}
