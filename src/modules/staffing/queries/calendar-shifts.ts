import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** What a calendar may say of a shift: time and place, no pay and no contacts (security.md S-62). */
export interface CalendarShift {
  readonly assignmentId: string;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly role: string;
  readonly title: string;
  readonly eventNumber: number;
  readonly venueName: string;
  readonly address: string;
  readonly version: number;
  readonly updatedAt: string;
}

const BEFORE_DAYS = 30;
const AHEAD_DAYS = 366;
const SHIFTS_MAX = 1_000;

interface ShiftRow extends Omit<CalendarShift, "startsAt" | "endsAt" | "updatedAt"> {
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly updated_at: Date;
}

/** The shifts that a person accepted, from a month ago to a year ahead, by their start. */
export async function calendarShifts(db: Queryable, personId: string): Promise<readonly CalendarShift[]> {
  const rows = await db.query<ShiftRow>(sql`
    SELECT s.id AS "assignmentId", s.starts_at, s.ends_at, s.role, b.title, e.number AS "eventNumber",
      l.name AS "venueName", concat_ws(', ', nullif(l.address, ''), nullif(l.city, '')) AS address, s.version,
      s.updated_at
    FROM staff_assignment s JOIN event_instance e ON e.id = s.event_id JOIN location l ON l.id = e.location_id
      JOIN booking b ON b.id = s.booking_id
    WHERE s.user_id = ${personId} AND s.status IN ('accepted', 'checked_in', 'checked_out')
      AND s.starts_at BETWEEN now() - make_interval(days => ${BEFORE_DAYS}) AND now() + make_interval(days => ${AHEAD_DAYS})
    ORDER BY s.starts_at, s.id LIMIT ${SHIFTS_MAX}::integer`);
  return rows.map(({ starts_at, ends_at, updated_at, ...shift }) => ({
    ...shift,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
    updatedAt: updated_at.toISOString(),
  }));
}
