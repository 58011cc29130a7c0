import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { notFound } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Attendance, AttendanceOutside } from "@/modules/staffing/attendance/attendance";
import type { AttendanceCommand } from "@/modules/staffing/attendance/commands";
import { judgeCode } from "./event-codes";
import {
  type AttendedEventRow,
  eventColumns,
  type ShiftRow,
  shiftColumns,
  toAttendedEvent,
  toShift,
} from "./rows";

/**
 * Holds the events against a change of their state, then locks the shifts that are named and the same people's others
 * at those events, so that two taps come one after the other. The locks are statements of their own: a single one would
 * see the rows as they were before it had to wait. Throws `NOT_FOUND` when one of the shifts is not there.
 */
export async function loadAttendance(
  tx: Tx,
  command: AttendanceCommand,
  { now }: DecisionContext,
): Promise<{ readonly state: Attendance; readonly outside: AttendanceOutside }> {
  const named = [...new Set("assignmentIds" in command ? command.assignmentIds : [command.assignmentId])];
  const found = await tx.query<{ event_id: string; user_id: string }>(sql`
    SELECT event_id, user_id FROM staff_assignment WHERE id = ANY (${named}::uuid[])`);
  if (found.length < named.length) throw notFound("shift");
  const eventIds = found.map(({ event_id }) => event_id);
  const userIds = found.map(({ user_id }) => user_id);
  await tx.execute(sql`
    SELECT FROM event_instance WHERE id = ANY (${eventIds}::uuid[]) ORDER BY id FOR SHARE`);
  await tx.execute(sql`
    SELECT FROM staff_assignment
    WHERE (event_id, user_id) IN (SELECT * FROM unnest(${eventIds}::uuid[], ${userIds}::uuid[]))
    ORDER BY id FOR UPDATE`);
  const events = await tx.query<AttendedEventRow>(sql`
    SELECT ${eventColumns} FROM event_instance e JOIN location l ON l.id = e.location_id
    WHERE e.id = ANY (${eventIds}::uuid[])`);
  const shifts = await tx.query<ShiftRow>(sql`
    SELECT ${shiftColumns} FROM staff_assignment s JOIN activity a ON a.id = s.activity_id
    WHERE (s.event_id, s.user_id) IN (SELECT * FROM unnest(${eventIds}::uuid[], ${userIds}::uuid[]))
    ORDER BY s.id`);
  const code = "code" in command ? command.code : undefined;
  return {
    state: { events: events.map(toAttendedEvent), shifts: shifts.map(toShift) },
    outside: {
      code: code === undefined ? null : judgeCode(code, { eventId: eventIds[0] ?? "", now }),
    },
  };
}
