import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { type Movement, stockChanges } from "@/modules/kits/movements";

/**
 * Moves components between places; rows are locked in one order, so that two commands never wait for each other. The
 * constraint `kit_stock_not_negative` fires where a place holds less than is taken from it.
 */
export async function moveStock(tx: Tx, movements: readonly Movement[]): Promise<void> {
  const changes = stockChanges(movements);
  if (changes.length === 0) return;
  const lines = sql`jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c ("componentId" uuid, place text,
    "kitInstanceId" uuid, quantity integer)`;
  await tx.execute(sql`
    INSERT INTO kit_stock (component_id, place, kit_instance_id, quantity)
    SELECT c."componentId", c.place, c."kitInstanceId", 0 FROM ${lines}
    ORDER BY c."componentId", c.place, c."kitInstanceId" ON CONFLICT DO NOTHING`);
  await tx.execute(sql`
    SELECT FROM kit_stock s JOIN ${lines} ON s.component_id = c."componentId" AND s.place = c.place
      AND s.kit_instance_id IS NOT DISTINCT FROM c."kitInstanceId"
    ORDER BY s.component_id, s.place, s.kit_instance_id FOR UPDATE OF s`);
  await tx.execute(sql`
    UPDATE kit_stock s SET quantity = s.quantity + c.quantity FROM ${lines}
    WHERE s.component_id = c."componentId" AND s.place = c.place
      AND s.kit_instance_id IS NOT DISTINCT FROM c."kitInstanceId"`);
}
