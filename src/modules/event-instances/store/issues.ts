import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

const DUE_MAX = 100;

/** Issues whose time is over by the database's clock, the longest overdue first, 100 at most. */
export async function dueIssues(
  db: Queryable,
): Promise<readonly { readonly eventId: string; readonly issueId: string }[]> {
  return db.query<{ eventId: string; issueId: string }>(sql`
    SELECT i.event_id AS "eventId", i.id AS "issueId"
    FROM event_issue i JOIN event_instance e ON e.id = i.event_id
    WHERE i.due_at <= now() AND e.status <> 'cancelled'
    ORDER BY i.due_at, i.id LIMIT ${DUE_MAX}`);
}

/**
 * The events at a venue whose readiness rests on it: those that are being prepared or ready and not over. Always in
 * the same order, so that two who re-derive them lock them one after the other.
 */
export async function comingEventsAt(db: Queryable, locationId: string): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }>(sql`
    SELECT id FROM event_instance
    WHERE location_id = ${locationId} AND status IN ('preparing', 'ready') AND ends_at > now()
    ORDER BY id`);
  return rows.map(({ id }) => id);
}
