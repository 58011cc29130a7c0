import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { CalendarInput, EventInstanceStatus } from "@/modules/event-instances/inputs";
import { eventAbilities } from "@/modules/event-instances/policy";

/** Events that one calendar shows at most; beyond that it says so. */
export const CALENDAR_EVENTS_MAX = 2_000;

/** One event in a calendar: enough to draw it in its venue's days and to open it. */
export interface CalendarEvent {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly status: EventInstanceStatus;
  readonly onHold: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venue: { readonly id: string; readonly name: string };
  readonly bookingId: string;
  /** Null when nobody has it yet, and for clients. */
  readonly manager: { readonly id: string; readonly name: string } | null;
}

export interface Calendar {
  readonly events: readonly CalendarEvent[];
  readonly truncated: boolean;
  /** Days on which `perDayMax` left events out, and how many; an event over midnight counts on both (rule 7). */
  readonly leftOut: readonly { readonly date: string; readonly count: number }[];
}

interface CalendarRow extends Omit<CalendarEvent, "startsAt" | "endsAt"> {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * The events that share a moment with the half-open range, by start. With `perDayMax` only so many of those that
 * start on one day of their venue: what a month shows then depends on its days, not on how much goes on in them.
 */
export async function eventCalendar(
  db: Queryable,
  actor: PersonActor,
  input: CalendarInput,
): Promise<Calendar> {
  const within = eventsWithin(actor, input);
  const perDayMax = input.perDayMax ?? CALENDAR_EVENTS_MAX + 1;
  const [rows, leftOut] = await Promise.all([
    readShown(db, actor, within, perDayMax),
    input.perDayMax === undefined ? [] : countLeftOut(db, within, perDayMax),
  ]);
  const events = rows.slice(0, CALENDAR_EVENTS_MAX).map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  }));
  return { events, truncated: rows.length > CALENDAR_EVENTS_MAX, leftOut };
}

/** Each with its place among those that start on the same day of their venues. */
function eventsWithin(actor: PersonActor, input: CalendarInput): Sql {
  const { from, to, clientId = null, locationId = null } = input;
  return sql`
    SELECT e.*, row_number() OVER (
      PARTITION BY (e.starts_at AT TIME ZONE e.time_zone)::date ORDER BY e.local_start, e.id) AS place
    FROM event_instance e
    WHERE e.starts_at < ${to}::timestamptz AND e.ends_at > ${from}::timestamptz AND ${visible(actor)}
      AND (${clientId}::uuid IS NULL OR e.client_id = ${clientId}::uuid)
      AND (${locationId}::uuid IS NULL OR e.location_id = ${locationId}::uuid)`;
}

/** Which events a person may know of (domain.md "People"); the same as `visibleTo`, in SQL. */
function visible({ role, id, clientId }: PersonActor): Sql {
  switch (role) {
    case "admin":
      return sql`true`;
    case "manager":
      return sql`e.manager_id = ${id}`;
    case "client":
      return sql`e.client_id = ${clientId}::uuid`;
    case "agent":
      return sql`false`;
    default:
      return neverRole(role);
  }
}

function neverRole(role: never): never {
  throw new Error(`unknown role ${String(role)}`);
}

function readShown(
  db: Queryable,
  actor: PersonActor,
  within: Sql,
  perDayMax: number,
): Promise<CalendarRow[]> {
  const { seeInternals } = eventAbilities(actor);
  return db.query<CalendarRow>(sql`
    SELECT e.id, e.number, b.title, e.status, e.hold_reason IS NOT NULL AS "onHold", e.starts_at AS "startsAt",
      e.ends_at AS "endsAt", e.time_zone AS "timeZone", e.booking_id AS "bookingId",
      json_build_object('id', l.id, 'name', l.name) AS venue,
      CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS manager
    FROM (${within}) AS e JOIN booking b ON b.id = e.booking_id JOIN location l ON l.id = e.location_id
    LEFT JOIN person p ON p.id = e.manager_id AND ${seeInternals}::boolean
    WHERE e.place <= ${perDayMax}::integer
    ORDER BY e.starts_at, e.id LIMIT ${CALENDAR_EVENTS_MAX + 1}`);
}

/** An event that ends at midnight is not on the day that begins then. */
function countLeftOut(db: Queryable, within: Sql, perDayMax: number) {
  return db.query<Calendar["leftOut"][number]>(sql`
    SELECT to_char(day, 'YYYY-MM-DD') AS date, count(*)::integer AS count
    FROM (${within}) AS e, generate_series(
      (e.starts_at AT TIME ZONE e.time_zone)::date::timestamp,
      ((e.ends_at - interval '1 millisecond') AT TIME ZONE e.time_zone)::date::timestamp, interval '1 day') AS day
    WHERE e.place > ${perDayMax}::integer
    GROUP BY day ORDER BY day`);
}
