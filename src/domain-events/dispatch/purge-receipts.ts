import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

const BATCH = 5_000;

/** Removes command receipts past their 30 days, at most 5,000 at a time; resolves to how many went. */
export async function purgeReceipts(db: Queryable): Promise<number> {
  return db.execute(sql`
    DELETE FROM command_receipt WHERE (idempotency_key, actor_id) IN (
      SELECT idempotency_key, actor_id FROM command_receipt
      WHERE expires_at < clock_timestamp() ORDER BY expires_at LIMIT ${BATCH}::integer)`);
}
