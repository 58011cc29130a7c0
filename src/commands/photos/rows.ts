import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { PhotoNow } from "./usable";

/** Locks the photos that a command names, so that none is attached twice or purged meanwhile. */
export async function lockPhotos(tx: Tx, photoIds: readonly string[]): Promise<readonly PhotoNow[]> {
  if (photoIds.length === 0) return [];
  return tx.query<{ id: string; uploadedBy: string; recordId: string | null }>(sql`
    SELECT id, uploaded_by AS "uploadedBy", record_id AS "recordId" FROM photo
    WHERE id = ANY (${[...photoIds]}::uuid[]) ORDER BY id FOR UPDATE`);
}

/** Hangs photos on a record; whoever may see the event may see them from then on. */
export async function attachPhotos(
  tx: Tx,
  photoIds: readonly string[],
  to: {
    readonly subject: "event" | "activity" | "location" | "kit";
    readonly recordId: string;
    readonly eventId: string;
    /** The instant of the command, ISO 8601 UTC. */
    readonly at: string;
  },
): Promise<void> {
  if (photoIds.length === 0) return;
  await tx.execute(sql`
    UPDATE photo SET subject = ${to.subject}, record_id = ${to.recordId}, event_id = ${to.eventId},
      attached_at = ${to.at}
    WHERE id = ANY (${[...photoIds]}::uuid[]) AND record_id IS NULL`);
}
