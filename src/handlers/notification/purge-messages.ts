import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** Messages live so long, read or not (security.md 4.4). */
export const MESSAGES_KEPT_DAYS = 90;

const BATCH = 5_000;

/**
 * Removes messages whose 90 days are over, and with each the mail that was made of it, 5,000 in one statement;
 * resolves to how many messages went. Each person's are found by the index that serves the message center.
 */
export async function purgeMessages(db: Queryable, batch = BATCH): Promise<number> {
  let gone = 0;
  for (;;) {
    const some = await db.execute(sql`
      DELETE FROM notification WHERE id = ANY (ARRAY(
        SELECT old.id FROM person p CROSS JOIN LATERAL (
          SELECT n.id FROM notification n
          WHERE n.recipient_id = p.id
            AND n.created_at < clock_timestamp() - make_interval(days => ${MESSAGES_KEPT_DAYS}::integer)
          ORDER BY n.created_at DESC LIMIT ${batch}::integer
        ) old LIMIT ${batch}::integer))`);
    gone += some;
    if (some < batch) return gone;
  }
}
