import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type Delivery, keyLists } from "./delivery";

/**
 * Moves the end of the leases that this process holds. A delivery whose transaction is open is left out: its row
 * is locked, which protects it better than any lease. Renewing moves the rows, so their places are noted.
 */
export async function renewLeases(db: Queryable, held: readonly Delivery[], leaseMs: number): Promise<void> {
  if (held.length === 0) return;
  const keys = keyLists(held);
  const rows = await db.query<{ index: number; place: string }>(sql`
    WITH mine AS MATERIALIZED (
      SELECT l.place, k.index
      FROM unnest(${keys.handlers}::text[], ${keys.orderKeys}::text[], ${keys.positions}::bigint[],
        ${keys.runs}::integer[], ${keys.tokens}::uuid[])
        WITH ORDINALITY AS k (handler, order_key, position, run, token, index)
      CROSS JOIN LATERAL (
        SELECT d.ctid AS place FROM event_delivery d
        WHERE d.handler = k.handler AND d.order_key = k.order_key AND d.position = k.position AND d.run = k.run
          AND d.lease_token = k.token
        FOR UPDATE OF d SKIP LOCKED) AS l)
    UPDATE event_delivery AS d
    SET lease_until = clock_timestamp() + ${leaseMs}::integer * interval '1 millisecond'
    FROM mine WHERE d.ctid = mine.place
    RETURNING (mine.index - 1)::integer AS index, d.ctid::text AS place`);
  for (const row of rows) {
    const one = held[row.index];
    if (one) one.place = row.place;
  }
}
