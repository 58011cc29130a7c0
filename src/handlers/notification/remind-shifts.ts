import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { type ShiftToRemind, shiftsToRemind } from "@/modules/staffing/module";
import { formatClock, formatDate, formatWindow, zoneLabel } from "@/values/format-time";

const KIND = "shift-reminder";

/**
 * Reminds people of what begins within 48 hours: of a shift that they took, and of an offer that still waits. Once for
 * each shift, time and person, however often it runs; by the clock and not from a fact, since none happens then.
 * Resolves to how many were looked at.
 */
export async function remindShifts(database: Database, options: { readonly mail: boolean }): Promise<number> {
  const due = await shiftsToRemind(database);
  if (due.length === 0) return 0;
  await database.execute(sql`
    WITH written AS (
      INSERT INTO notification (id, recipient_id, event_id, kind, subject_type, subject_id, title, body, link, urgent,
        created_at)
      SELECT gen_random_uuid(), r."userId", md5(r.once)::uuid, ${KIND}, 'event', r."eventId", r.title, r.body, r.link,
        true, now()
      FROM jsonb_to_recordset(${JSON.stringify(due.map(reminder))}::jsonb) AS r ("userId" uuid, once text,
        "eventId" text, title text, body text, link text)
      ON CONFLICT (event_id, recipient_id, kind) DO NOTHING
      RETURNING id
    )
    INSERT INTO outgoing_mail (id, notification_id)
    SELECT gen_random_uuid(), w.id FROM written w WHERE ${options.mail}::boolean`);
  return due.length;
}

function reminder(shift: ShiftToRemind) {
  const { assignmentId, userId, eventId, status, startsAt, timeZone, now } = shift;
  const what = `${shift.role} at ${shift.venueName}: ${formatWindow(shift, timeZone, now)}.`;
  const until = `${formatDate(shift.responseDeadline, timeZone, now)} ${formatClock(shift.responseDeadline, timeZone)}`;
  return {
    userId,
    eventId,
    once: `${KIND}:${assignmentId}:${startsAt}:${status}`,
    title: status === "offered" ? "An offer still waits for your answer" : "Your shift is near",
    body: status === "offered" ? `${what} Answer by ${until}, ${zoneLabel(timeZone)}.` : what,
    link: `/agent/offers/${assignmentId}`,
  };
}
