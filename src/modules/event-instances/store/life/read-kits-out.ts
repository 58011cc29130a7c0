import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** What the labels of the kits say that are still out for an event, each once; their rows belong to another subject. */
export async function readKitsOut(db: Queryable, eventId: string): Promise<readonly string[]> {
  const rows = await db.query<{ code: string }>(sql`
    SELECT DISTINCT k.code FROM kit_assignment a JOIN kit_instance k ON k.id = a.kit_instance_id
    WHERE a.event_id = ${eventId} AND a.status IN ('checked_out', 'partly_returned')
    ORDER BY k.code`);
  return rows.map(({ code }) => code);
}
