import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** Something that explains a change in the charts. */
export interface Mark {
  readonly at: Date;
  readonly kind: "start" | "pause" | "resume" | "replay";
  /** The handler; for a start the host. */
  readonly subject: string;
  /** The release that started; null for the others. */
  readonly release: string | null;
}

const MARKS_MAX = 200;
/** A replay is logged step by step (decision 0007); older steps than the newest of these are not looked at. */
const REPLAY_STEPS_MAX = 2_000;

/**
 * Starts of dispatchers, pauses, resumptions and replays since a moment, newest first, at most 200. The steps of one
 * replay within an hour are one mark, at the first of them.
 */
export function readMarks(db: Queryable, since: Date): Promise<Mark[]> {
  return db.query<Mark>(sql`
    SELECT * FROM (
      SELECT started_at AS at, 'start' AS kind, host AS subject, release FROM dispatcher_start
      WHERE started_at >= ${since}::timestamptz
      UNION ALL
      SELECT recorded_at, CASE type WHEN 'LOG_HANDLER_PAUSED' THEN 'pause' ELSE 'resume' END,
        payload ->> 'handler', NULL
      FROM event_log
      WHERE category = 'system' AND type IN ('LOG_HANDLER_PAUSED', 'LOG_HANDLER_RESUMED')
        AND recorded_at >= ${since}::timestamptz
      UNION ALL
      SELECT min(step.recorded_at), 'replay', step.payload ->> 'handler', NULL
      FROM (
        SELECT recorded_at, payload FROM event_log
        WHERE category = 'system' AND type = 'LOG_REPLAYED' AND recorded_at >= ${since}::timestamptz
        ORDER BY recorded_at DESC LIMIT ${REPLAY_STEPS_MAX}) AS step
      GROUP BY step.payload ->> 'handler', step.payload ->> 'reason', step.payload ->> 'replayedBy',
        date_trunc('hour', step.recorded_at)) AS mark
    ORDER BY at DESC LIMIT ${MARKS_MAX}`);
}
