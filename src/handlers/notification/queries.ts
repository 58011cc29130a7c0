import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { invalid } from "@/commands/errors";
import { isUuid } from "@/values/ids";

/** The messages about one record, as the notification center shows them: the latest, and how many there are. */
export interface NotificationGroup {
  /** Of the latest message. */
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly urgent: boolean;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly count: number;
  readonly unread: number;
}

export interface NotificationPage {
  readonly groups: readonly NotificationGroup[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

interface GroupRow {
  readonly id: string;
  readonly kind: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly urgent: boolean;
  readonly created_at: Date;
  readonly count: number;
  readonly unread: number;
}

/**
 * A person's own messages by record, the newest record first; replaced ones are left out. `limit` 1 to 100.
 * Throws `INVALID` for a cursor of another list.
 */
export async function listNotifications(
  db: Queryable,
  personId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<NotificationPage> {
  const before = parseCursor(cursor);
  const rows = await db.query<GroupRow>(sql`
    WITH latest AS (
      SELECT DISTINCT ON (subject_type, subject_id)
        id, kind, subject_type, subject_id, title, body, link, created_at,
        bool_or(urgent AND read_at IS NULL) OVER per_record AS urgent,
        count(*) OVER per_record::integer AS count,
        count(*) FILTER (WHERE read_at IS NULL) OVER per_record::integer AS unread
      FROM notification
      WHERE recipient_id = ${personId} AND superseded_at IS NULL
      WINDOW per_record AS (PARTITION BY subject_type, subject_id)
      -- One decision approves some dates and declines others at one moment: the declined ones are what to look at.
      ORDER BY subject_type, subject_id, created_at DESC, kind DESC, id DESC
    )
    SELECT * FROM latest
    WHERE ${before.at}::timestamptz IS NULL OR (created_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)
    ORDER BY created_at DESC, id DESC
    LIMIT ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    groups: page.map(toGroup),
    nextCursor: rows.length > limit && last ? `${last.created_at.getTime()}_${last.id}` : null,
  };
}

/** The messages that a person has neither read nor had replaced. */
export async function unreadCount(db: Queryable, personId: string): Promise<number> {
  const [row] = await db.query<{ unread: number }>(sql`
    SELECT count(*)::integer AS unread FROM notification
    WHERE recipient_id = ${personId} AND read_at IS NULL AND superseded_at IS NULL`);
  return row?.unread ?? 0;
}

function toGroup({ subject_type, subject_id, created_at, ...row }: GroupRow): NotificationGroup {
  return { ...row, subjectType: subject_type, subjectId: subject_id, createdAt: created_at.toISOString() };
}

function parseCursor(cursor: string | undefined): { at: string | null; id: string | null } {
  if (cursor === undefined) return { at: null, id: null };
  const [ms, id] = cursor.split("_");
  if (!/^\d{1,14}$/.test(ms ?? "") || !isUuid(id)) {
    throw invalid("This page of the list is gone. Start again from the top.", { cursor: "Unknown." });
  }
  return { at: new Date(Number(ms)).toISOString(), id };
}
