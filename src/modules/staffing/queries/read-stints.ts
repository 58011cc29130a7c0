import "server-only";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { Stint } from "@/modules/staffing/fit/stints";
import type { AssignmentStatus } from "@/modules/staffing/inputs";
import type { BoardInput } from "@/modules/staffing/inputs/board";

/** Shifts of this many days before and after a stretch count for the rest and the hours within it. */
const AROUND_DAYS = 8;
/** A slot lasts as long as its event; this lets the index on starts do the work. */
const SLOT_DAYS_MAX = 60;
/** Some weeks of a large roster. */
const STINTS_MAX = 5_000;

export type ShiftFilter = Pick<BoardInput, "role" | "clientId" | "managerId" | "timeZone">;
type Stretch = Pick<BoardInput, "from" | "to">;

/** A shift that somebody is planned for, was offered or has, with what a board says about it. */
export interface StintRecord extends Stint {
  readonly personName: string;
  readonly isPersonActive: boolean;
  readonly slotId: string;
  readonly seat: number;
  readonly number: number;
  readonly venueName: string;
  readonly responseDeadline: string | null;
  /** Lies in the stretch, at least in part; others are there for the rest around it. */
  readonly isWithin: boolean;
  /** Passes the filter. */
  readonly isMeant: boolean;
  /** Within and meant, and not over yet. */
  readonly isAsked: boolean;
  /** Begins within 48 hours. */
  readonly isNear: boolean;
}

/** Of a slot `s` and its event `e`: what the filter asks for. */
export function meant({ role, clientId, managerId, timeZone }: ShiftFilter): Sql {
  return sql`(${role === undefined}::boolean OR lower(s.role) = lower(${role ?? ""}))
    AND (${clientId === undefined}::boolean OR e.client_id = ${clientId ?? null}::uuid)
    AND (${managerId === undefined}::boolean OR e.manager_id = ${managerId ?? null}::uuid)
    AND (${timeZone === undefined}::boolean OR e.time_zone = ${timeZone ?? ""})`;
}

/** Of a slot `s`: some of it lies in the stretch. */
export function during({ from, to }: Stretch, aroundDays = 0): Sql {
  return sql`s.starts_at < ${to}::timestamptz + make_interval(days => ${aroundDays}::integer)
    AND s.ends_at > ${from}::timestamptz - make_interval(days => ${aroundDays}::integer)
    AND s.starts_at > ${from}::timestamptz - make_interval(days => ${SLOT_DAYS_MAX}::integer)`;
}

/** Those of a stretch and around it by start, of these people or of everybody. One statement. */
export async function readStints(
  db: Queryable,
  input: Stretch & ShiftFilter,
  userIds: readonly string[] | null,
): Promise<{ readonly stints: readonly StintRecord[]; readonly hasMore: boolean }> {
  const rows = await db.query<StintRow>(sql`
    SELECT a.id AS "assignmentId", a.slot_id AS "slotId", a.event_id AS "eventId", a.user_id AS "userId",
      p.name AS "personName", p.active AS "isPersonActive", e.number, b.title, a.role, s.seat, a.status, a.starts_at, a.ends_at,
      a.response_deadline, e.time_zone AS "timeZone", l.name AS "venueName", e.location_id AS "locationId", l.latitude,
      l.longitude, l.country, coalesce(${meant(input)}, false) AS "isMeant", ${during(input)} AS "isWithin",
      coalesce(${during(input)} AND ${meant(input)} AND a.ends_at > now(), false) AS "isAsked",
      a.starts_at <= now() + interval '48 hours' AS "isNear"
    FROM staff_slot s JOIN staff_assignment a ON a.slot_id = s.id AND a.event_id = s.event_id
    JOIN person p ON p.id = a.user_id
    JOIN event_instance e ON e.id = a.event_id JOIN booking b ON b.id = e.booking_id
    JOIN location l ON l.id = e.location_id
    WHERE ${during(input, AROUND_DAYS)} AND e.status <> 'cancelled'
      AND (${userIds === null}::boolean OR a.user_id = ANY (${userIds === null ? [] : [...userIds]}::uuid[]))
      AND a.status IN ('created', 'offered', 'accepted', 'checked_in', 'checked_out', 'no_show')
    ORDER BY a.starts_at, a.id LIMIT ${STINTS_MAX + 1}`);
  return { stints: rows.slice(0, STINTS_MAX).map(toStint), hasMore: rows.length > STINTS_MAX };
}

interface StintRow
  extends Omit<StintRecord, "startsAt" | "endsAt" | "responseDeadline" | "position" | "code"> {
  readonly status: AssignmentStatus;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly response_deadline: Date | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

function toStint({
  starts_at,
  ends_at,
  response_deadline,
  latitude,
  longitude,
  ...row
}: StintRow): StintRecord {
  return {
    ...row,
    code: `EV-${row.number}`,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
    responseDeadline: response_deadline?.toISOString() ?? null,
    position: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}
