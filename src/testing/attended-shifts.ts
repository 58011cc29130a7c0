import { newId } from "@/commands/new-id";
import type { Actor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import type { AttendanceCommandOf } from "@/modules/staffing/attendance/commands";
import { attendance } from "@/modules/staffing/module";
import { manager } from "./builders/actors";

/** An event around now with accepted shifts, laid down as the offers leave them. */
export async function eventAroundNow(
  database: Database,
  {
    eventId,
    startsIn,
    lasts,
  }: { readonly eventId: string; readonly startsIn: number; readonly lasts: number },
): Promise<void> {
  await database.execute(sql`
    UPDATE event_instance SET manager_id = ${manager.id}, starts_at = now() + make_interval(mins => ${startsIn}),
      ends_at = now() + make_interval(mins => ${startsIn + lasts}) WHERE id = ${eventId}`);
  await database.execute(sql`
    UPDATE location SET latitude = 40.7536, longitude = -73.9832
    WHERE id = (SELECT location_id FROM event_instance WHERE id = ${eventId})`);
}

/** A person with an accepted shift at the event, over its whole time. Resolves to both ids. */
export async function acceptedShift(
  database: Database,
  eventId: string,
  name: string,
): Promise<{ readonly assignmentId: string; readonly userId: string; readonly slotId: string }> {
  const [userId, slotId, assignmentId] = [newId(), newId(), newId()];
  await database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${userId}, ${name}, ${`${userId}@people.example`}, 'agent')`);
  await database.execute(sql`
    INSERT INTO staff_slot (id, event_id, booking_id, activity_id, role, seat, starts_at, ends_at, status, stop_at)
    SELECT ${slotId}, e.id, e.booking_id, a.id, 'Host',
      (SELECT count(*)::integer + 100 FROM staff_slot s WHERE s.event_id = e.id), e.starts_at, e.ends_at, 'open',
      e.starts_at
    FROM event_instance e JOIN activity a ON a.event_id = e.id WHERE e.id = ${eventId} LIMIT 1`);
  await database.execute(sql`
    INSERT INTO staff_assignment (id, slot_id, event_id, booking_id, activity_id, user_id, role, starts_at, ends_at,
      status, created_by, created_at, offered_at, response_deadline, rate, currency, updated_at)
    SELECT ${assignmentId}, s.id, s.event_id, s.booking_id, s.activity_id, ${userId}, s.role, s.starts_at, s.ends_at,
      'accepted', 'system', now(), now(), s.starts_at, 20, 'USD', now()
    FROM staff_slot s WHERE s.id = ${slotId}`);
  return { assignmentId, userId, slotId };
}

export function agentOf(userId: string) {
  return { kind: "person", id: userId, role: "agent", clientId: null } as const;
}

export function attend(
  database: Database,
  command: AttendanceCommandOf<
    "checkIn" | "askCheckIn" | "checkOut" | "assumeCheckOut" | "reportNoShow" | "correctHours"
  >,
  actor: Actor,
) {
  return runCommand(database, attendance, command, { actor });
}
