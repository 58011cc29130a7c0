import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** A mail whose lease this process holds. */
export interface ClaimedMail {
  /** The row's id, which becomes the Message-ID. */
  readonly id: string;
  /** Tries begun, this one included; tells this lease from a later one. */
  readonly attempts: number;
  readonly to: string;
  readonly title: string;
  readonly body: string;
  readonly link: string;
}

/** Tries of one mail at most. */
export const MAIL_TRIES_MAX = 8;

const LEASE_MINUTES = 5;

/** Minutes to wait after each try that failed: 15 hours in all. */
const BACKOFF_MINUTES = [1, 5, 15, 60, 120, 240, 480];

interface ClaimedRow {
  readonly id: string;
  readonly attempts: number;
  readonly email: string;
  readonly title: string;
  readonly body: string;
  readonly link: string;
}

/**
 * Marks due mails as being sent and leases them for five minutes, skipping what others hold. What was replaced
 * or read meanwhile, or whose reader is gone, is dropped before; what vanished with its sender too often has failed.
 */
export async function claimDueMail(db: Queryable, limit: number): Promise<ClaimedMail[]> {
  await dropPointlessMail(db);
  await giveUpVanishedMail(db);
  const rows = await db.query<ClaimedRow>(sql`
    WITH due AS MATERIALIZED (
      SELECT o.id FROM outgoing_mail o
      WHERE o.status IN ('queued', 'sending') AND o.next_try_at <= clock_timestamp()
        AND (o.lease_until IS NULL OR o.lease_until <= clock_timestamp())
      ORDER BY o.next_try_at
      LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE outgoing_mail o
      SET status = 'sending', attempts = o.attempts + 1,
        lease_until = clock_timestamp() + make_interval(mins => ${LEASE_MINUTES})
      FROM due WHERE o.id = due.id
      RETURNING o.id, o.attempts, o.notification_id
    )
    SELECT c.id, c.attempts, p.email, n.title, n.body, n.link
    FROM claimed c JOIN notification n ON n.id = c.notification_id JOIN person p ON p.id = n.recipient_id`);
  return rows.map(({ email, ...row }) => ({ ...row, to: email }));
}

/** Takes back mail that has not left and that nobody needs any more. */
async function dropPointlessMail(db: Queryable): Promise<void> {
  await db.execute(sql`
    DELETE FROM outgoing_mail o USING notification n, person p
    WHERE n.id = o.notification_id AND p.id = n.recipient_id AND o.status = 'queued'
      AND (n.superseded_at IS NOT NULL OR n.read_at IS NOT NULL OR NOT p.active)`);
}

/** A mail whose sender dies with it every time would otherwise be tried for ever. */
async function giveUpVanishedMail(db: Queryable): Promise<void> {
  await db.execute(sql`
    UPDATE outgoing_mail
    SET status = 'failed', lease_until = NULL,
      last_error = coalesce(last_error, 'The process vanished every time it sent this mail.')
    WHERE status = 'sending' AND attempts >= ${MAIL_TRIES_MAX}::integer AND lease_until <= clock_timestamp()`);
}

/** Writes nothing when the lease was lost to another process. */
export async function markSent(db: Queryable, mail: ClaimedMail): Promise<void> {
  await db.execute(sql`
    UPDATE outgoing_mail SET status = 'sent', sent_at = clock_timestamp(), lease_until = NULL, last_error = NULL
    WHERE id = ${mail.id} AND attempts = ${mail.attempts} AND status = 'sending'`);
}

/** Plans the next try, or gives up after the eighth; resolves to true when it gave up. */
export async function markFailed(db: Queryable, mail: ClaimedMail, error: string): Promise<boolean> {
  const gaveUp = mail.attempts >= MAIL_TRIES_MAX;
  const waitMinutes = BACKOFF_MINUTES[mail.attempts - 1] ?? 0;
  await db.execute(sql`
    UPDATE outgoing_mail
    SET status = ${gaveUp ? "failed" : "queued"}, lease_until = NULL, last_error = ${error.slice(0, 500)},
      next_try_at = clock_timestamp() + make_interval(mins => ${waitMinutes})
    WHERE id = ${mail.id} AND attempts = ${mail.attempts} AND status = 'sending'`);
  return gaveUp;
}
