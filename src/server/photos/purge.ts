import "server-only";
import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { type PhotoStorage, removeFiles } from "./storage";

const BATCH_MAX = 100;

/**
 * Removes photos that no command took within a day, files and rows, oldest first and at most 100 at a time;
 * resolves to how many. A photo that a command is taking this very moment is left to it.
 */
export function purgeUnattached(database: Database, storage: PhotoStorage): Promise<number> {
  return database.transaction(async (tx) => {
    const rows = await tx.query<{ storage_key: string }>(sql`
      DELETE FROM photo WHERE id IN (
        SELECT id FROM photo WHERE record_id IS NULL AND created_at < now() - interval '24 hours'
        ORDER BY created_at LIMIT ${BATCH_MAX} FOR UPDATE SKIP LOCKED)
      RETURNING storage_key`);
    // Before the commit: a crash in between leaves rows without files, which the next purge takes away.
    await Promise.all(rows.map(({ storage_key }) => removeFiles(storage, storage_key)));
    return rows.length;
  });
}
