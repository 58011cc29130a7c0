import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { invalid } from "@/commands/errors";
import { isUuid } from "@/values/ids";

/** One message, as the notification center shows it. */
export interface NotificationMessage {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly isRead: boolean;
}

/** The messages about one record: what the latest says of it, how many there are, and the newest of them. */
export interface NotificationGroup {
  /** Of the latest message. */
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly title: string;
  readonly link: string;
  readonly urgent: boolean;
  readonly count: number;
  readonly unread: number;
  /** The newest three at most, newest first. */
  readonly messages: readonly NotificationMessage[];
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
  readonly link: string;
  readonly urgent: boolean;
  readonly created_at: Date;
  readonly count: number;
  readonly unread: number;
  readonly messages: readonly {
    readonly id: string;
    readonly title: string;
    readonly body: string;
    readonly createdAtMs: number;
    readonly isRead: boolean;
  }[];
}

/** Opening a record marks all its messages as read: more than one has to be seen before. */
const MESSAGES_SHOWN = 3;

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
    WITH ranked AS (
      SELECT id, kind, subject_type, subject_id, title, body, link, urgent, created_at, read_at,
        row_number() OVER (
          PARTITION BY subject_type, subject_id
          -- One decision approves some dates and declines others at one moment: look at the declined ones first.
          ORDER BY created_at DESC, kind DESC, id DESC
        ) AS place
      FROM notification
      WHERE recipient_id = ${personId} AND superseded_at IS NULL
    ), per_record AS (
      SELECT subject_type, subject_id,
        bool_or(urgent AND read_at IS NULL) AS urgent,
        count(*)::integer AS count,
        count(*) FILTER (WHERE read_at IS NULL)::integer AS unread,
        jsonb_agg(
          jsonb_build_object('id', id, 'title', title, 'body', body, 'isRead', read_at IS NOT NULL,
            'createdAtMs', floor(extract(epoch FROM created_at) * 1000))
          ORDER BY place
        ) FILTER (WHERE place <= ${MESSAGES_SHOWN}::integer) AS messages
      FROM ranked
      GROUP BY subject_type, subject_id
    )
    SELECT latest.id, latest.kind, subject_type, subject_id, latest.title, latest.link, latest.created_at,
      per_record.urgent, per_record.count, per_record.unread, per_record.messages
    FROM ranked AS latest
    JOIN per_record USING (subject_type, subject_id)
    WHERE latest.place = 1 AND (
      ${before.at}::timestamptz IS NULL
      OR (latest.created_at, latest.id) < (${before.at}::timestamptz, ${before.id}::uuid)
    )
    ORDER BY latest.created_at DESC, latest.id DESC
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

function toGroup({ id, kind, title, link, urgent, count, unread, ...row }: GroupRow): NotificationGroup {
  return {
    id,
    kind,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    title,
    link,
    urgent,
    count,
    unread,
    messages: row.messages.map(({ createdAtMs, ...message }) => ({
      ...message,
      createdAt: new Date(createdAtMs).toISOString(),
    })),
  };
}

function parseCursor(cursor: string | undefined): { at: string | null; id: string | null } {
  if (cursor === undefined) return { at: null, id: null };
  const [ms, id] = cursor.split("_");
  if (!/^\d{1,14}$/.test(ms ?? "") || !isUuid(id)) {
    throw invalid("This page of the list is gone. Start again from the top.", { cursor: "Unknown." });
  }
  return { at: new Date(Number(ms)).toISOString(), id };
}
