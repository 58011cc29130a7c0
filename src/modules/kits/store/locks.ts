import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";

/**
 * Nothing of these events and kits changes until the command is through. Events before kits and each in the order of
 * ids, in statements of their own: two commands about one kit come one after the other and never wait for each other,
 * and what is read next is what the earlier one left. Parts are locked as they are moved, by `moveStock`.
 */
export async function lockKits(
  tx: Tx,
  {
    eventIds = [],
    unitIds = [],
  }: { readonly eventIds?: readonly string[]; readonly unitIds?: readonly string[] },
): Promise<void> {
  if (eventIds.length > 0) {
    await tx.execute(sql`
      SELECT FROM event_instance WHERE id = ANY (${[...eventIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  }
  if (unitIds.length > 0) {
    await tx.execute(sql`
      SELECT FROM kit_instance WHERE id = ANY (${[...unitIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  }
}
