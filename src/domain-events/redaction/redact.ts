import type { Database } from "@/db/database";
import { sql } from "@/db/sql";

export interface Redaction {
  /** The fact's id. */
  readonly id: string;
  /** JSON pointers with list positions: `/payload/staffPresent/0/note`. */
  readonly paths: readonly string[];
  /** The erasure or expiry that it belongs to. */
  readonly reference: string;
  readonly reason: string;
  /** Stands in place of a position that is taken out; zeros without it. */
  readonly venue?: { readonly latitude: number; readonly longitude: number; readonly accuracy: number };
}

/**
 * Takes personal fields out of one entry through the one function that can (security.md §4.1), as `muster_redactor`
 * where that role exists. Resolves to how many fields went; repeating it takes none.
 *
 * Rejects with the database's error for a field that is not personal, one that the entry does not hold, an entry that
 * is not in the log or not sealed yet.
 */
export async function redactEntry(ownerDatabase: Database, redaction: Redaction): Promise<number> {
  const { id, paths, reference, reason, venue } = redaction;
  return ownerDatabase.transaction(async (tx) => {
    const [role] = await tx.query(sql`SELECT FROM pg_roles WHERE rolname = 'muster_redactor'`);
    if (role) await tx.execute(sql`SET LOCAL ROLE muster_redactor`);
    const [row] = await tx.query<{ redacted: number }>(sql`
      SELECT redact_event(${id}::uuid, ${paths}::text[], ${reference}, ${reason},
        ${venue === undefined ? null : JSON.stringify(venue)}::jsonb) AS redacted`);
    return row?.redacted ?? 0;
  });
}
