import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** Something that explains a change in the charts. */
export interface Mark {
  readonly at: Date;
  readonly kind: "start" | "pause" | "resume";
  /** The handler; for a start the host. */
  readonly subject: string;
  /** The release that started; null for the others. */
  readonly release: string | null;
}

const MARKS_MAX = 200;

/** Starts of dispatchers, pauses and resumptions since a moment, newest first, at most 200. */
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
        AND recorded_at >= ${since}::timestamptz) AS mark
    ORDER BY at DESC LIMIT ${MARKS_MAX}`);
}
