import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { HoursState } from "@/modules/staffing/attendance/attendance";
import {
  cameLate,
  checkInWindow,
  type Presence,
  presenceOf,
} from "@/modules/staffing/attendance/check-in-times";
import { type AttendanceAbilities, attendanceAbilities } from "@/modules/staffing/attendance/policy";
import type { Venue } from "@/values/geo-position";
import {
  type AttendedEventRow,
  eventColumns,
  type ShiftRow,
  shiftColumns,
  toAttendedEvent,
  toShift,
} from "@/modules/staffing/store/attendance/rows";
import { type Proof, proofOf } from "./crew";

/** One of somebody's own shifts of about now, with what a check-in needs to show (U-53). */
export interface Arrival {
  readonly assignmentId: string;
  readonly eventId: string;
  readonly activityId: string;
  readonly locationId: string;
  /** Those that are out for the activity: what goes wrong with one is told by whoever works with it. */
  readonly kits: readonly { readonly kitAssignmentId: string; readonly code: string }[];
  readonly eventNumber: number;
  readonly title: string;
  readonly role: string;
  readonly status: "accepted" | "checked_in" | "checked_out" | "no_show";
  readonly presence: Presence;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venue: Venue & { readonly name: string; readonly address: string };
  readonly opensAt: string;
  readonly closesAt: string;
  readonly isLate: boolean;
  readonly askedAt: string | null;
  readonly checkedInAt: string | null;
  readonly proof: Proof | null;
  readonly checkedOutAt: string | null;
  readonly breakMinutes: number;
  readonly hoursWorked: number | null;
  readonly hoursState: HoursState | null;
  readonly can: Pick<AttendanceAbilities, "checkIn" | "checkOut"> & { readonly reportIssue: boolean };
}

/** So far around now a shift is of interest. */
const BEFORE_HOURS = 24;
const AHEAD_HOURS = 48;
const SHOWN_MAX = 20;

interface ArrivalRow extends ShiftRow {
  readonly status: Arrival["status"];
  readonly title: string;
  readonly activity_id: string;
  readonly location_id: string;
  readonly kits: Arrival["kits"];
  readonly venue_name: string;
  readonly venue_address: string;
  readonly now: Date;
  readonly event: Omit<AttendedEventRow, "starts_at" | "ends_at">;
}

/** One's own accepted shifts from a day ago to two days ahead, by their start; for everybody but clients. */
export async function arrivalsOf(db: Queryable, actor: PersonActor): Promise<readonly Arrival[]> {
  const rows = await db.query<ArrivalRow>(sql`
    SELECT ${shiftColumns}, s.activity_id, e.location_id, b.title, l.name AS venue_name,
      concat_ws(', ', nullif(l.address, ''), nullif(l.city, '')) AS venue_address, now() AS now,
      (SELECT to_jsonb(x) FROM (SELECT ${eventColumns}) AS x) AS event,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kitAssignmentId', k.id, 'code', i.code) ORDER BY i.code), '[]')
        FROM kit_assignment k JOIN kit_instance i ON i.id = k.kit_instance_id
        WHERE k.activity_id = s.activity_id AND k.status IN ('checked_out', 'partly_returned')) AS kits
    FROM staff_assignment s JOIN activity a ON a.id = s.activity_id JOIN event_instance e ON e.id = s.event_id
      JOIN location l ON l.id = e.location_id JOIN booking b ON b.id = s.booking_id
    WHERE s.user_id = ${actor.id} AND s.status IN ('accepted', 'checked_in', 'checked_out', 'no_show')
      AND s.starts_at < now() + make_interval(hours => ${AHEAD_HOURS})
      AND s.ends_at > now() - make_interval(hours => ${BEFORE_HOURS})
    ORDER BY s.starts_at, s.id LIMIT ${SHOWN_MAX}::integer`);
  return rows.map(toArrival);
}

function toArrival(row: ArrivalRow): Arrival {
  const shift = toShift(row);
  const now = row.now.toISOString();
  // A shift has its event's window.
  const event = toAttendedEvent({ ...row.event, starts_at: row.starts_at, ends_at: row.ends_at });
  const { checkIn, checkOut } = attendanceAbilities(shift, event, { now, isRunner: false });
  return {
    assignmentId: shift.id,
    eventId: shift.eventId,
    activityId: row.activity_id,
    locationId: row.location_id,
    kits: row.kits,
    eventNumber: event.number,
    title: row.title,
    role: shift.role,
    status: row.status,
    presence: presenceOf(shift, now),
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    timeZone: event.timeZone,
    venue: { ...event.venue, name: row.venue_name, address: row.venue_address },
    ...checkInWindow(shift),
    isLate: cameLate(shift),
    askedAt: shift.askedAt,
    checkedInAt: shift.checkedInAt,
    proof: proofOf(shift.checkIn),
    checkedOutAt: shift.checkedOutAt,
    breakMinutes: shift.breakMinutes,
    hoursWorked: shift.hoursWorked,
    hoursState: shift.hoursState,
    can: {
      checkIn,
      checkOut,
      reportIssue: shift.status !== "no_show" && event.status !== "cancelled",
    },
  };
}
