import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { type OverdueKit, overdueKits } from "@/modules/kits/module";
import { formatMoment } from "@/values/format-time";

/**
 * Tells whoever has an overdue kit, the manager of its event and every admin. Once for each expected return, however
 * often it runs; by the clock and not from a fact, since none happens then. Resolves to how many were looked at.
 */
export async function remindKits(database: Database, options: { readonly mail: boolean }): Promise<number> {
  const due = await overdueKits(database);
  if (due.length === 0) return 0;
  await database.execute(sql`
    WITH written AS (
      INSERT INTO notification (id, recipient_id, event_id, kind, subject_type, subject_id, title, body, link, urgent,
        created_at)
      SELECT gen_random_uuid(), p.id, r.once, 'kit-overdue', 'event', r."eventId", r.title, r.body,
        CASE p.role WHEN 'admin' THEN '/admin/events/' || r."eventId" WHEN 'manager' THEN '/field/kits' ELSE '/agent' END,
        true, now()
      FROM jsonb_to_recordset(${JSON.stringify(due.map(reminder))}::jsonb) AS r (once uuid, "eventId" text,
        "holderId" uuid, "managerId" uuid, title text, body text)
      JOIN person p ON p.active AND (p.role = 'admin' OR p.id = r."holderId" OR p.id = r."managerId")
      ON CONFLICT (event_id, recipient_id, kind) DO NOTHING
      RETURNING id
    )
    INSERT INTO outgoing_mail (id, notification_id)
    SELECT gen_random_uuid(), w.id FROM written w WHERE ${options.mail}::boolean`);
  return due.length;
}

function reminder(kit: OverdueKit) {
  const { once, eventId, holderId, managerId, code, expectedReturn, timeZone, now } = kit;
  const next =
    kit.nextEventNumber === null ? "No event needs it yet." : `EV-${kit.nextEventNumber} needs it next.`;
  return {
    once,
    eventId,
    holderId,
    managerId,
    title: `${code} is overdue from EV-${kit.eventNumber}`,
    body: `${kit.holderName} has it. It was expected by ${formatMoment(expectedReturn, timeZone, now)}. ${next}`,
  };
}
