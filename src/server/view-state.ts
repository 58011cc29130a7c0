import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** What a person has read: with saved views and preferences the one kind of write that is no fact. */

export type ReadMark =
  | { readonly kind: "ids"; readonly ids: readonly string[] }
  /** All messages about one record. */
  | { readonly kind: "subject"; readonly type: string; readonly id: string }
  | { readonly kind: "all" };

/** Marks a person's own messages as read; resolves to how many were unread. Others' ids change nothing. */
export async function markRead(db: Queryable, personId: string, mark: ReadMark): Promise<number> {
  switch (mark.kind) {
    case "ids":
      return db.execute(sql`
        UPDATE notification SET read_at = clock_timestamp()
        WHERE recipient_id = ${personId} AND read_at IS NULL AND id = ANY (${[...mark.ids]}::uuid[])`);
    case "subject":
      return db.execute(sql`
        UPDATE notification SET read_at = clock_timestamp()
        WHERE recipient_id = ${personId} AND read_at IS NULL
          AND subject_type = ${mark.type} AND subject_id = ${mark.id}`);
    case "all":
      return db.execute(sql`
        UPDATE notification SET read_at = clock_timestamp()
        WHERE recipient_id = ${personId} AND read_at IS NULL`);
    default:
      return neverMark(mark);
  }
}

function neverMark(mark: never): never {
  throw new Error(`unknown mark ${JSON.stringify(mark)}`);
}
