import "server-only";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type {
  Assignment,
  Commitment,
  PersonNow,
  Slot,
  StaffedEvent,
  Standby,
} from "@/modules/staffing/staffing";
import { type AssignmentRow, type EventRow, type SlotRow, toAssignment, toEvent, toSlot } from "./rows";

/** The columns of an assignment, which every read of whole ones needs alike. */
export const assignmentColumns = sql`
  a.id, a.slot_id, a.event_id, a.booking_id, a.activity_id, a.user_id, a.role, a.starts_at, a.ends_at,
  a.instructions, a.status, a.created_by, a.created_at, a.offer_group, a.offered_at, a.response_deadline, a.rate,
  a.currency, a.estimated_hours, a.answered_at, a.answer_note, a.is_available_for_future, a.override,
  a.withdrawn_at, a.withdrawn_by, a.withdrawn_reason, a.initiated_by, a.lead_time_hours, a.checked_in_at,
  a.check_in, a.checked_out_at, a.check_out, a.break_minutes, a.hours_worked, a.hours_state, a.no_show_at,
  a.version`;

const slotColumns = sql`
  s.id, s.event_id, s.booking_id, s.activity_id, s.role, s.seat, s.starts_at, s.ends_at, s.status,
  s.replaces_assignment_id, s.auto_next, s.stop_at, s.version`;

export async function readEvents(db: Queryable, ids: readonly string[]): Promise<readonly StaffedEvent[]> {
  const rows = await db.query<EventRow>(sql`
    SELECT e.id, e.number, e.booking_id, e.status, e.manager_id, e.time_zone, e.starts_at, e.ends_at,
      l.id AS location_id, l.name AS location_name,
      concat_ws(', ', nullif(l.address, ''), nullif(l.city, '')) AS location_address
    FROM event_instance e JOIN location l ON l.id = e.location_id
    WHERE e.id = ANY (${[...ids]}::uuid[]) ORDER BY e.id`);
  return rows.map(toEvent);
}

/** In the order of activities, roles and seats. */
export async function readSlots(db: Queryable, where: Sql): Promise<readonly Slot[]> {
  const rows = await db.query<SlotRow>(sql`
    SELECT ${slotColumns} FROM staff_slot s WHERE ${where}
    ORDER BY s.starts_at, s.activity_id, s.role, s.seat, s.id`);
  return rows.map(toSlot);
}

/** Everybody who was ever asked for these slots, in the order in which they were planned. */
export async function readAssignments(db: Queryable, where: Sql): Promise<readonly Assignment[]> {
  const rows = await db.query<AssignmentRow>(sql`
    SELECT ${assignmentColumns} FROM staff_assignment a WHERE ${where} ORDER BY a.created_at, a.id`);
  return rows.map(toAssignment);
}

export async function readPeople(db: Queryable, ids: readonly string[]): Promise<readonly PersonNow[]> {
  if (ids.length === 0) return [];
  return db.query<PersonNow>(sql`
    SELECT id, name, role, active FROM person WHERE id = ANY (${[...ids]}::uuid[])`);
}

/** By how long they wait. */
export async function readStandby(db: Queryable, slotIds: readonly string[]): Promise<readonly Standby[]> {
  const rows = await db.query<{ slot_id: string; user_id: string; since: Date }>(sql`
    SELECT slot_id, user_id, since FROM staff_standby
    WHERE slot_id = ANY (${[...slotIds]}::uuid[]) ORDER BY since, user_id`);
  return rows.map(({ slot_id, user_id, since }) => ({
    slotId: slot_id,
    userId: user_id,
    since: since.toISOString(),
  }));
}

interface CommitmentRow {
  readonly id: string;
  readonly user_id: string;
  readonly event_id: string;
  readonly number: number;
  readonly title: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
}

/**
 * What these people took on at any event that shares a moment with the window, by start. The time of a shift is that of
 * its event, also in the moment in which the event has moved and the shift has not been looked at yet.
 */
export async function readCommitments(
  db: Queryable,
  userIds: readonly string[],
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
): Promise<readonly Commitment[]> {
  if (userIds.length === 0) return [];
  const rows = await db.query<CommitmentRow>(sql`
    SELECT a.id, a.user_id, a.event_id, e.number, b.title, w.starts_at, w.ends_at
    FROM staff_assignment a
    JOIN staff_slot s ON s.id = a.slot_id
    JOIN event_instance e ON e.id = a.event_id
    JOIN booking b ON b.id = e.booking_id
    CROSS JOIN LATERAL (
      SELECT CASE WHEN s.replaces_assignment_id IS NULL THEN e.starts_at ELSE a.starts_at END AS starts_at,
        CASE WHEN s.replaces_assignment_id IS NULL THEN e.ends_at ELSE a.ends_at END AS ends_at) w
    WHERE a.user_id = ANY (${[...userIds]}::uuid[]) AND a.status IN ('accepted', 'checked_in')
      AND w.starts_at < ${endsAt}::timestamptz AND w.ends_at > ${startsAt}::timestamptz
    ORDER BY w.starts_at, a.id`);
  return rows.map((row) => ({
    assignmentId: row.id,
    userId: row.user_id,
    eventId: row.event_id,
    eventNumber: row.number,
    title: row.title,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
  }));
}
