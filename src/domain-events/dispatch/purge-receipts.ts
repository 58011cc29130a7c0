import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

const BATCH = 5_000;

/** Removes command receipts past their 30 days, 5,000 in one statement; resolves to how many went. */
export async function purgeReceipts(db: Queryable, batch = BATCH): Promise<number> {
  let gone = 0;
  for (;;) {
    const some = await db.execute(sql`
      DELETE FROM command_receipt WHERE (idempotency_key, actor_id) IN (
        SELECT idempotency_key, actor_id FROM command_receipt
        WHERE expires_at < clock_timestamp() ORDER BY expires_at LIMIT ${batch}::integer)`);
    gone += some;
    if (some < batch) return gone;
  }
}
