import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** What the embedded server is set to; with some hundred partitions and their indexes a read of the log takes many. */
const LOCKS_PER_TRANSACTION_MIN = 256;

/**
 * Resolves to a sentence when the server may run out of lock slots under load: a read of the log locks every
 * partition and every index of it, and Postgres' default is too low for several at once. Undefined when it is fine.
 */
export async function lockSlotWarning(
  db: Queryable,
  min = LOCKS_PER_TRANSACTION_MIN,
): Promise<string | undefined> {
  const [row] = await db.query<{ setting: number }>(sql`
    SELECT current_setting('max_locks_per_transaction')::integer AS setting`);
  const setting = row?.setting ?? 0;
  if (setting >= min) return undefined;
  return (
    `max_locks_per_transaction of the database is ${setting}: set it to ${min} or more, ` +
    "or reads of the log may run out of lock slots under load."
  );
}
