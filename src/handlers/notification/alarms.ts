import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Announcer, Incident } from "@/domain-events/monitoring/incidents";
import { alarmWords, overWords } from "./alarm-words";

/**
 * Tells the admins of an incident: one message each, and a mail where mail is set up, in the transaction that
 * opens it. Not through the log like other messages: an alarm must not wait behind what it is about (decision
 * 0008). When it is over, the same message says so.
 */
export function alarmAnnouncer(options: { readonly mail: boolean }): Announcer {
  return {
    raised: (tx, incident) => raise(tx, incident, options.mail),
    resolved: (tx, incident) => sayOver(tx, incident),
  };
}

const KIND = "log-alarm";

async function raise(tx: Tx, incident: Incident, mail: boolean): Promise<void> {
  const { title, body } = alarmWords(incident);
  await tx.execute(sql`
    WITH written AS (
      INSERT INTO notification (id, recipient_id, event_id, kind, subject_type, subject_id, title, body, link, urgent,
        created_at)
      SELECT gen_random_uuid(), p.id, ${incident.id}::uuid, ${KIND}, 'log-alarm', ${incident.id}, ${title}, ${body},
        '/log/health', true, ${incident.openedAt}::timestamptz
      FROM person p WHERE p.active AND p.role = 'admin'
      ON CONFLICT (event_id, recipient_id, kind) DO NOTHING
      RETURNING id
    )
    INSERT INTO outgoing_mail (id, notification_id)
    SELECT gen_random_uuid(), w.id FROM written w WHERE ${mail}::boolean`);
}

async function sayOver(tx: Tx, incident: Incident): Promise<void> {
  const { title, body } = overWords(incident);
  await tx.execute(sql`
    UPDATE notification SET title = ${title}, body = ${body}, urgent = false
    WHERE event_id = ${incident.id}::uuid AND kind = ${KIND}`);
}
