import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

const DUE_MAX = 100;

/** An offer that nobody answered in time, with the fact that made it. */
export interface DueOffer {
  readonly assignmentId: string;
  readonly factId: string;
}

/** Offers whose time is over by the database's clock, the longest overdue first, 100 at most. */
export async function dueOffers(db: Queryable): Promise<readonly DueOffer[]> {
  return db.query<DueOffer>(sql`
    SELECT a.id AS "assignmentId", coalesce(f.id, a.id) AS "factId"
    FROM (
      SELECT id, booking_id, response_deadline FROM staff_assignment
      WHERE status = 'offered' AND response_deadline < now()
      ORDER BY response_deadline, id LIMIT ${DUE_MAX}) a
    LEFT JOIN LATERAL (
      SELECT l.id FROM event_log l
      WHERE l.correlation_id = a.booking_id::text AND l.category = 'staff' AND l.type = 'STAFF_ASSIGNMENT_OFFERED'
        AND l.payload ->> 'assignmentId' = a.id::text
      ORDER BY l.position DESC LIMIT 1) f ON true
    ORDER BY a.response_deadline, a.id`);
}

/** A shift that begins soon, or an offer of one that nobody has answered. Instants are ISO 8601 UTC. */
export interface ShiftToRemind {
  readonly assignmentId: string;
  readonly userId: string;
  readonly eventId: string;
  readonly status: "offered" | "accepted";
  readonly role: string;
  readonly venueName: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly responseDeadline: string;
  /** The database's clock. */
  readonly now: string;
}

interface RemindRow extends Omit<ShiftToRemind, "startsAt" | "endsAt" | "responseDeadline" | "now"> {
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly response_deadline: Date;
  readonly now: Date;
}

/** What begins within 48 hours and was agreed or offered before that, by start; those reminded already are left out. */
export async function shiftsToRemind(db: Queryable): Promise<readonly ShiftToRemind[]> {
  const rows = await db.query<RemindRow>(sql`
    SELECT a.id AS "assignmentId", a.user_id AS "userId", a.event_id AS "eventId", a.status, a.role,
      l.name AS "venueName", a.starts_at, a.ends_at, e.time_zone AS "timeZone", a.response_deadline, now() AS now
    FROM staff_slot s
    JOIN staff_assignment a ON a.slot_id = s.id AND a.status IN ('offered', 'accepted')
    JOIN event_instance e ON e.id = a.event_id
    JOIN location l ON l.id = e.location_id
    WHERE s.starts_at > now() AND s.starts_at <= now() + interval '48 hours' AND s.status = 'open'
      AND a.offered_at < s.starts_at - interval '48 hours'
      AND NOT EXISTS (
        SELECT FROM notification n WHERE n.recipient_id = a.user_id AND n.kind = 'shift-reminder'
          AND n.event_id = md5('shift-reminder:' || a.id || ':'
            || to_char(a.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ':' || a.status)::uuid)
    ORDER BY s.starts_at, a.id LIMIT ${DUE_MAX}`);
  return rows.map(({ starts_at, ends_at, response_deadline, now, ...row }) => ({
    ...row,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
    responseDeadline: response_deadline.toISOString(),
    now: now.toISOString(),
  }));
}
