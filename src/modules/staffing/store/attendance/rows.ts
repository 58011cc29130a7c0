import "server-only";
import { sql } from "@/db/sql";
import type {
  AttendedEvent,
  AttendedShift,
  Evidence,
  HoursApproval,
  HoursCorrection,
  HoursState,
} from "@/modules/staffing/attendance/attendance";
import type { AssignmentStatus } from "@/modules/staffing/inputs";

export interface ShiftRow {
  readonly id: string;
  readonly slot_id: string;
  readonly event_id: string;
  readonly booking_id: string;
  readonly user_id: string;
  readonly role: string;
  readonly activity_minutes: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly status: AssignmentStatus;
  readonly check_in_asked_at: Date | null;
  readonly check_in_ask: Evidence | null;
  readonly checked_in_at: Date | null;
  readonly check_in: Evidence | null;
  readonly checked_out_at: Date | null;
  readonly check_out: Evidence | null;
  readonly break_minutes: number;
  readonly hours_worked: number | null;
  readonly hours_state: HoursState | null;
  readonly hours_correction: HoursCorrection | null;
  readonly hours_approval: HoursApproval | null;
  readonly no_show_at: Date | null;
  readonly version: number;
}

/** The columns of a `ShiftRow`, of the assignment `s` and its activity `a`. */
export const shiftColumns = sql`
  s.id, s.slot_id, s.event_id, s.booking_id, s.user_id, s.role, a.duration AS activity_minutes, s.starts_at, s.ends_at,
  s.status, s.check_in_asked_at, s.check_in_ask, s.checked_in_at, s.check_in, s.checked_out_at, s.check_out,
  s.break_minutes, s.hours_worked::float8 AS hours_worked, s.hours_state, s.hours_correction, s.hours_approval,
  s.no_show_at, s.version`;

export function toShift(row: ShiftRow): AttendedShift {
  return {
    id: row.id,
    slotId: row.slot_id,
    eventId: row.event_id,
    bookingId: row.booking_id,
    userId: row.user_id,
    role: row.role,
    activityMinutes: row.activity_minutes,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    status: row.status,
    askedAt: row.check_in_asked_at?.toISOString() ?? null,
    ask: row.check_in_ask,
    checkedInAt: row.checked_in_at?.toISOString() ?? null,
    checkIn: row.check_in,
    checkedOutAt: row.checked_out_at?.toISOString() ?? null,
    checkOut: row.check_out,
    breakMinutes: row.break_minutes,
    hoursWorked: row.hours_worked,
    hoursState: row.hours_state,
    correction: row.hours_correction,
    approval: row.hours_approval,
    noShowAt: row.no_show_at?.toISOString() ?? null,
    version: row.version,
  };
}

export interface AttendedEventRow {
  readonly id: string;
  readonly number: number;
  readonly status: AttendedEvent["status"];
  readonly manager_id: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly time_zone: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly geofence_radius_m: number;
}

/** The columns of an `AttendedEventRow`, of the event `e` and its venue `l`. */
export const eventColumns = sql`
  e.id, e.number, e.status, e.manager_id, e.starts_at, e.ends_at, e.time_zone, l.latitude, l.longitude,
  l.geofence_radius_m`;

export function toAttendedEvent(row: AttendedEventRow): AttendedEvent {
  const { latitude, longitude } = row;
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    managerId: row.manager_id,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    timeZone: row.time_zone,
    venue: {
      position: latitude === null || longitude === null ? null : { latitude, longitude },
      radiusM: row.geofence_radius_m,
    },
  };
}
