import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { CalendarInput, EventInstanceStatus } from "@/modules/event-instances/inputs";
import { eventAbilities } from "@/modules/event-instances/policy";
import { shiftDay } from "@/values/local-day";
import { toIsoInstant } from "@/values/venue-time";

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
  /** Days on which `perDayMax` left events out, and how many of those that start on them. */
  readonly leftOut: readonly { readonly date: string; readonly count: number }[];
}

interface CalendarRow {
  /** As JSON: instants with the offset of the session. */
  readonly events: readonly CalendarEvent[];
  readonly leftOut: Calendar["leftOut"];
}

/**
 * The events that share a moment with the half-open range, by start. With `perDayMax` only so many of those that
 * start on one day of their venue, each day by an index: what a month costs then follows from its days, not from how
 * much goes on in them. One statement either way.
 */
export async function eventCalendar(
  db: Queryable,
  actor: PersonActor,
  input: CalendarInput,
): Promise<Calendar> {
  const wanted = conditions(actor, input);
  const { perDayMax } = input;
  const chosen = perDayMax === undefined ? allOf(wanted) : fewOfEachDay(wanted, input, perDayMax);
  const leftOut = perDayMax === undefined ? sql`SELECT WHERE false` : leftOutDays(wanted, input, perDayMax);
  const [row] = await db.query<CalendarRow>(sql`
    SELECT coalesce((SELECT json_agg(shown) FROM (${shownEvents(actor, chosen)}) AS shown), '[]') AS events,
      coalesce((SELECT json_agg(days) FROM (${leftOut}) AS days), '[]') AS "leftOut"`);
  const { events = [], leftOut: days = [] } = row ?? {};
  return {
    events: events.slice(0, CALENDAR_EVENTS_MAX).map(inUtc),
    truncated: events.length > CALENDAR_EVENTS_MAX,
    leftOut: days,
  };
}

function inUtc(event: CalendarEvent): CalendarEvent {
  return { ...event, startsAt: toIsoInstant(event.startsAt), endsAt: toIsoInstant(event.endsAt) };
}

function conditions(actor: PersonActor, input: CalendarInput): Sql {
  const { from, to, clientId = null, locationId = null } = input;
  return sql`e.starts_at < ${to}::timestamptz AND e.ends_at > ${from}::timestamptz AND ${visible(actor)}
      AND (${clientId}::uuid IS NULL OR e.client_id = ${clientId}::uuid)
      AND (${locationId}::uuid IS NULL OR e.location_id = ${locationId}::uuid)`;
}

function allOf(wanted: Sql): Sql {
  return sql`SELECT e.id FROM event_instance e WHERE ${wanted}`;
}

/** The first of each day on the clock of their venues, and what goes on from before the range. */
function fewOfEachDay(wanted: Sql, { from, to }: CalendarInput, perDayMax: number): Sql {
  const { first, last } = localDays(from, to);
  return sql`
    SELECT few.id
    FROM generate_series(${first}::timestamp, ${last}::timestamp, interval '1 day') AS day
    CROSS JOIN LATERAL (
      SELECT e.id FROM event_instance e
      WHERE e.local_start >= to_char(day, 'YYYY-MM-DD') AND e.local_start < to_char(day + interval '1 day', 'YYYY-MM-DD')
        AND ${wanted}
      ORDER BY e.local_start, e.id LIMIT ${perDayMax}) AS few
    UNION
    SELECT e.id FROM event_instance e WHERE e.starts_at <= ${from}::timestamptz AND ${wanted}`;
}

/** Every date that some clock on earth shows within the range. */
function localDays(from: string, to: string): { readonly first: string; readonly last: string } {
  return {
    first: shiftDay(toIsoInstant(from).slice(0, 10), -1),
    last: shiftDay(toIsoInstant(to).slice(0, 10), 1),
  };
}

/** How many start on each day beyond those that are shown. */
function leftOutDays(wanted: Sql, { from, to }: CalendarInput, perDayMax: number): Sql {
  const { first, last } = localDays(from, to);
  return sql`
    SELECT left(e.local_start, 10) AS date, (count(*) - ${perDayMax}::integer)::integer AS count
    FROM event_instance e
    WHERE e.local_start >= ${first} AND e.local_start < ${shiftDay(last, 1)} AND e.starts_at > ${from}::timestamptz
      AND ${wanted}
    GROUP BY 1 HAVING count(*) > ${perDayMax}::integer ORDER BY 1`;
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

function shownEvents(actor: PersonActor, chosen: Sql): Sql {
  const { seeInternals } = eventAbilities(actor);
  return sql`
    SELECT e.id, e.number, b.title, e.status, e.hold_reason IS NOT NULL AS "onHold", e.starts_at AS "startsAt",
      e.ends_at AS "endsAt", e.time_zone AS "timeZone", e.booking_id AS "bookingId",
      json_build_object('id', l.id, 'name', l.name) AS venue,
      CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS manager
    FROM (${chosen}) AS chosen JOIN event_instance e ON e.id = chosen.id
    JOIN booking b ON b.id = e.booking_id JOIN location l ON l.id = e.location_id
    LEFT JOIN person p ON p.id = e.manager_id AND ${seeInternals}::boolean
    ORDER BY e.starts_at, e.id LIMIT ${CALENDAR_EVENTS_MAX + 1}`;
}
