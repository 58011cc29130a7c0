import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { Evidence, VerificationMethod } from "@/modules/staffing/attendance/attendance";
import { cameLate, type Presence, presenceOf } from "@/modules/staffing/attendance/check-in-times";
import type { PositionGrade } from "@/values/geo-position";
import { type AttendanceAbilities, attendanceAbilities } from "@/modules/staffing/attendance/policy";
import {
  type AttendedEventRow,
  eventColumns,
  type ShiftRow,
  shiftColumns,
  toAttendedEvent,
  toShift,
} from "@/modules/staffing/store/attendance/rows";

/** How an arrival was proved, for whoever runs the event: never a position (security.md 4.2). */
export interface Proof {
  readonly method: VerificationMethod | null;
  readonly grade: PositionGrade;
  /** Metres from the venue; null when no position was given. */
  readonly distanceM: number | null;
}

export interface CrewMember {
  readonly assignmentId: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly role: string;
  readonly status: "accepted" | "checked_in" | "checked_out" | "no_show";
  readonly presence: Presence;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly isLate: boolean;
  readonly checkedInAt: string | null;
  readonly proof: Proof | null;
  /** They say that they are there, and could not prove it. */
  readonly ask: (Proof & { readonly at: string }) | null;
  readonly checkedOutAt: string | null;
  readonly breakMinutes: number;
  readonly hoursWorked: number | null;
  readonly hoursState: "assumed" | "recorded" | "approved" | null;
  /** Whose remaining time they fill. */
  readonly replaces: string | null;
  readonly can: AttendanceAbilities;
}

export interface Crew {
  readonly event: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly status: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly timeZone: string;
    readonly venueName: string;
  };
  readonly items: readonly CrewMember[];
  /** Shifts that nobody has. */
  readonly openSlots: readonly {
    readonly slotId: string;
    readonly role: string;
    readonly isReplacement: boolean;
  }[];
  /** Whether the code is to be shown: from the first check-in to the end. */
  readonly can: { readonly showCode: boolean };
}

const SHOWN_MAX = 500;

interface CrewRow extends ShiftRow {
  readonly status: CrewMember["status"];
  readonly name: string;
  readonly replaces: string | null;
}

/**
 * Who is to be at one event and where they stand, by the planned start and name. For admins and the event's manager;
 * everybody else gets the `NOT_FOUND` of an event that does not exist.
 */
export async function crewOfEvent(db: Queryable, actor: PersonActor, eventId: string): Promise<Crew> {
  const [row] = await db.query<
    AttendedEventRow & { readonly title: string; readonly venue_name: string; readonly now: Date }
  >(sql`
    SELECT ${eventColumns}, b.title, l.name AS venue_name, now() AS now
    FROM event_instance e JOIN location l ON l.id = e.location_id JOIN booking b ON b.id = e.booking_id
    WHERE e.id = ${eventId}
      AND (${actor.role === "admin"} OR (${actor.role === "manager"} AND e.manager_id = ${actor.id}))`);
  if (!row) throw notFound("event");
  const [shifts, slots] = await Promise.all([
    db.query<CrewRow>(sql`
      SELECT ${shiftColumns}, p.name, o.name AS replaces
      FROM staff_assignment s JOIN activity a ON a.id = s.activity_id JOIN person p ON p.id = s.user_id
        JOIN staff_slot t ON t.id = s.slot_id
        LEFT JOIN staff_assignment r ON r.id = t.replaces_assignment_id LEFT JOIN person o ON o.id = r.user_id
      WHERE s.event_id = ${eventId} AND s.status IN ('accepted', 'checked_in', 'checked_out', 'no_show')
      ORDER BY s.starts_at, p.name COLLATE "und-x-icu", s.id LIMIT ${SHOWN_MAX}::integer`),
    db.query<{ slotId: string; role: string; isReplacement: boolean }>(sql`
      SELECT t.id AS "slotId", t.role, t.replaces_assignment_id IS NOT NULL AS "isReplacement"
      FROM staff_slot t
      WHERE t.event_id = ${eventId} AND t.status = 'open' AND NOT EXISTS (
        SELECT FROM staff_assignment s
        WHERE s.slot_id = t.id AND s.status IN ('accepted', 'checked_in', 'checked_out', 'no_show'))
      ORDER BY t.role, t.seat, t.id LIMIT ${SHOWN_MAX}::integer`),
  ]);
  const event = toAttendedEvent(row);
  const now = row.now.toISOString();
  const items = shifts.map((shift) => memberOf(shift, event, now));
  const isOn = event.status !== "cancelled" && event.status !== "completed";
  return {
    event: {
      id: event.id,
      number: event.number,
      title: row.title,
      status: event.status,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      timeZone: event.timeZone,
      venueName: row.venue_name,
    },
    items,
    openSlots: slots,
    can: { showCode: isOn && items.some(({ can }) => can.checkIn) },
  };
}

function memberOf(row: CrewRow, event: ReturnType<typeof toAttendedEvent>, now: string): CrewMember {
  const shift = toShift(row);
  return {
    assignmentId: shift.id,
    person: { id: shift.userId, name: row.name },
    role: shift.role,
    status: row.status,
    presence: presenceOf(shift, now),
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    isLate: cameLate(shift),
    checkedInAt: shift.checkedInAt,
    proof: proofOf(shift.checkIn),
    ask: shift.ask === null || shift.askedAt === null ? null : { ...proofIn(shift.ask), at: shift.askedAt },
    checkedOutAt: shift.checkedOutAt,
    breakMinutes: shift.breakMinutes,
    hoursWorked: shift.hoursWorked,
    hoursState: shift.hoursState,
    replaces: row.replaces,
    can: attendanceAbilities(shift, event, { now, isRunner: true }),
  };
}

export function proofOf(evidence: Evidence | null): Proof | null {
  return evidence && proofIn(evidence);
}

function proofIn({ method, grade, distanceM }: Evidence): Proof {
  return { method, grade, distanceM };
}
