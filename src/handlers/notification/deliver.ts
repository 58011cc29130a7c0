import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { Message } from "./messages/message";
import { recipientsOf } from "./recipients";

/**
 * Writes the messages of one fact for all their recipients in one statement, and a mail to send for each when
 * mail is set up. A fact, person and kind has one message however often this runs; a folded one is keyed by its
 * cause or its window instead of the fact. Unread messages that a new one replaces are marked, and their mail
 * does not leave any more (domain.md rules 21 and 54).
 */
export async function deliver(
  tx: Tx,
  event: DomainEvent,
  messages: readonly Message[],
  options: { readonly mail: boolean },
): Promise<void> {
  if (messages.length === 0) return;
  const rows = JSON.stringify(messages.map((message) => toRow(message, event)));
  await tx.execute(sql`
    WITH message AS MATERIALIZED (
      SELECT m.*, coalesce(m."causeId", md5(m."window")::uuid, ${event.id}::uuid) AS event_id
      FROM jsonb_to_recordset(${rows}::jsonb) AS m (kind text, "subjectType" text, "subjectId" text, title text,
        body text, link text, urgent boolean, replaces text[], "causeId" uuid, "window" text, role text,
        "clientId" uuid, ids uuid[], "exceptId" text, "onlyFrom" uuid[], "unlessToldOf" uuid)
    ), replaced AS (
      UPDATE notification n SET superseded_at = ${event.timestamp}
      FROM message m
      WHERE n.subject_type = m."subjectType" AND n.subject_id = m."subjectId" AND n.kind = ANY (m.replaces)
        AND (m."onlyFrom" IS NULL OR n.recipient_id = ANY (m."onlyFrom")) AND n.event_id <> m.event_id AND n.created_at <= ${event.timestamp}
        AND n.read_at IS NULL AND n.superseded_at IS NULL
    ), written AS (
      INSERT INTO notification (id, recipient_id, event_id, kind, subject_type, subject_id, title, body, link, urgent,
        created_at)
      SELECT gen_random_uuid(), p.id, m.event_id, m.kind, m."subjectType", m."subjectId", m.title, m.body, m.link,
        m.urgent, ${event.timestamp}
      FROM message m
      JOIN person p ON p.active
        AND (m.role IS NULL OR p.role = m.role)
        AND (m."clientId" IS NULL OR p.client_id = m."clientId")
        AND (m.ids IS NULL OR p.id = ANY (m.ids))
        AND (m."exceptId" IS NULL OR p.id::text <> m."exceptId")
        AND NOT EXISTS (SELECT FROM notification t WHERE t.event_id = m."unlessToldOf" AND t.recipient_id = p.id)
      ON CONFLICT (event_id, recipient_id, kind) DO NOTHING
      RETURNING id
    )
    INSERT INTO outgoing_mail (id, notification_id)
    SELECT gen_random_uuid(), w.id FROM written w WHERE ${options.mail}::boolean`);
}

function toRow({ fold, subject, audience, ...message }: Message, event: DomainEvent) {
  return {
    ...message,
    ...recipientsOf(audience, event.metadata?.userId ?? null),
    subjectType: subject.type,
    subjectId: subject.id,
    causeId: fold?.by === "cause" ? fold.eventId : null,
    window: fold?.by === "window" ? fold.name : null,
    // One manager's events may go ahead while another's stay on hold: each loses only what is replaced for them.
    onlyFrom: ownersOf(audience),
  };
}

function ownersOf(audience: Message["audience"]): readonly string[] | null {
  if (audience.kind === "person") return [audience.id];
  return audience.kind === "managers" ? audience.ids : null;
}
