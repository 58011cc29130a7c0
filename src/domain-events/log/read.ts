import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type LoggedEvent, loggedColumns, loggedEvent, type LogRow } from "./logged-event";

/** The facts of one correlation, newest first. `before` is the position that the last page ended with. */
export async function readCorrelation(
  db: Queryable,
  correlationId: string,
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<readonly LoggedEvent[]> {
  const behind = before === undefined ? sql`true` : sql`l.position < ${before}::bigint`;
  const rows = await db.query<LogRow>(sql`
    SELECT ${loggedColumns} FROM event_log l
    WHERE l.correlation_id = ${correlationId} AND ${behind}
    ORDER BY l.position DESC LIMIT ${limit}::integer`);
  return rows.map(loggedEvent);
}

/** The payload of one fact as the database writes it, numbers with all their digits; undefined when it is gone. */
export async function readPayloadText(db: Queryable, id: string): Promise<string | undefined> {
  const [row] = await db.query<{ payload_text: string }>(sql`
    SELECT l.payload_text FROM event_identity i
    CROSS JOIN LATERAL (
      SELECT e.payload::text AS payload_text FROM event_log e
      WHERE e.id = i.id AND e.recorded_at = i.recorded_at AND e.category = i.category LIMIT 1) AS l
    WHERE i.id = ${id}::uuid`);
  return row?.payload_text;
}

/** One fact by its id, undefined when the log does not hold it (any more). */
export async function readEvent(db: Queryable, id: string): Promise<LoggedEvent | undefined> {
  const [row] = await db.query<LogRow>(sql`
    SELECT ${loggedColumns} FROM event_identity i
    CROSS JOIN LATERAL (
      SELECT * FROM event_log e
      WHERE e.id = i.id AND e.recorded_at = i.recorded_at AND e.category = i.category LIMIT 1) AS l
    WHERE i.id = ${id}::uuid`);
  return row && loggedEvent(row);
}
