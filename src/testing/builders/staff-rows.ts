import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { Exception, Paper, WeeklyHours } from "@/modules/staffing/fit/shapes";

/** A brand agent as rows say it; what is left out is not known of them. */
export interface StaffSpec {
  readonly id: string;
  readonly name: string;
  readonly active?: boolean;
  readonly timeZone?: string;
  readonly roles?: readonly string[];
  readonly papers?: readonly Paper[];
  readonly home?: readonly [latitude: number, longitude: number];
  readonly rate?: number;
  readonly weekly?: readonly WeeklyHours[];
}

/** All of them in a constant number of statements. */
export async function insertStaff(db: Queryable, staff: readonly StaffSpec[]): Promise<void> {
  const rows = JSON.stringify(
    staff.map(({ home, ...spec }) => ({
      ...spec,
      latitude: home?.[0] ?? null,
      longitude: home?.[1] ?? null,
    })),
  );
  await db.execute(sql`
    INSERT INTO person (id, name, email, role, active, time_zone)
    SELECT r.id, r.name, r.id || '@staff.example', 'agent', coalesce(r.active, true), r."timeZone"
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, name text, active boolean, "timeZone" text)`);
  await db.execute(sql`
    INSERT INTO staff_profile (user_id, home_latitude, home_longitude, rate, currency, weekly)
    SELECT r.id, r.latitude, r.longitude, r.rate, CASE WHEN r.rate IS NOT NULL THEN 'USD' END, r.weekly
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r (id uuid, latitude float8, longitude float8, rate numeric, weekly jsonb)`);
  await db.execute(sql`
    INSERT INTO staff_skill (user_id, role)
    SELECT r.id, k.role FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, roles jsonb),
      jsonb_array_elements_text(r.roles) AS k (role)`);
  await db.execute(sql`
    INSERT INTO staff_paper (user_id, kind, valid_from, valid_until)
    SELECT r.id, k.kind, k."validFrom", k."validUntil"
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, papers jsonb),
      jsonb_to_recordset(r.papers) AS k (kind text, "validFrom" date, "validUntil" date)`);
}

export async function insertException(db: Queryable, userId: string, exception: Exception): Promise<void> {
  const { id, kind, fromDate, untilDate, hours, note } = exception;
  await db.execute(sql`
    INSERT INTO staff_exception (id, user_id, kind, from_date, until_date, from_time, to_time, note)
    VALUES (${id}, ${userId}, ${kind}, ${fromDate}, ${untilDate}, ${hours?.from ?? null}, ${hours?.to ?? null}, ${note})`);
}

/** A slot of an event that is there already, over all of its window; its activity comes with it. */
export interface SlotSpec {
  readonly id: string;
  readonly eventId: string;
  readonly role: string;
}

export async function insertSlots(db: Queryable, slots: readonly SlotSpec[]): Promise<void> {
  const rows = JSON.stringify(slots);
  await db.execute(sql`
    INSERT INTO activity (id, event_id, booking_id, activity_type, description, duration, status, created_at, updated_at)
    SELECT r.id, e.id, e.booking_id, 'sampling', '', 60, 'planned', now(), now()
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, "eventId" uuid) JOIN event_instance e ON e.id = r."eventId"`);
  await db.execute(sql`
    INSERT INTO staff_slot (id, event_id, booking_id, activity_id, role, seat, starts_at, ends_at, status, stop_at)
    SELECT r.id, e.id, e.booking_id, r.id, r.role, 1, e.starts_at, e.ends_at, 'open', e.starts_at
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, "eventId" uuid, role text)
    JOIN event_instance e ON e.id = r."eventId"`);
}

/** How a slot stands with a person. */
export interface AssignmentSpec {
  readonly id: string;
  readonly slotId: string;
  readonly userId: string;
  readonly status:
    | "created"
    | "offered"
    | "accepted"
    | "checked_in"
    | "checked_out"
    | "no_show"
    | "withdrawn";
  readonly checkedInMinutesLate?: number;
  /** Of a withdrawal by the person. */
  readonly leadTimeHours?: number;
}

export async function insertAssignments(db: Queryable, specs: readonly AssignmentSpec[]): Promise<void> {
  await db.execute(sql`
    INSERT INTO staff_assignment (id, slot_id, event_id, booking_id, activity_id, user_id, role, starts_at, ends_at,
      status, created_by, created_at, offered_at, response_deadline, answered_at, checked_in_at, checked_out_at,
      hours_worked, initiated_by, lead_time_hours, updated_at)
    SELECT r.id, s.id, s.event_id, s.booking_id, s.activity_id, r."userId", s.role, s.starts_at, s.ends_at, r.status,
      'system', now(), now(), now(), now(),
      CASE WHEN r.status IN ('checked_in', 'checked_out')
        THEN s.starts_at + make_interval(mins => coalesce(r."checkedInMinutesLate", 0)) END,
      CASE WHEN r.status = 'checked_out' THEN s.ends_at END, CASE WHEN r.status = 'checked_out' THEN 2 END,
      CASE WHEN r.status = 'withdrawn' THEN 'agent' END, r."leadTimeHours", now()
    FROM jsonb_to_recordset(${JSON.stringify(specs)}::jsonb) AS r (id uuid, "slotId" uuid, "userId" uuid, status text,
      "checkedInMinutesLate" integer, "leadTimeHours" numeric)
    JOIN staff_slot s ON s.id = r."slotId"`);
}
