import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { ListVenuesInput } from "@/modules/locations/inputs";

export interface VenueListItem {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly timeZone: string;
  /** Coming events there that the reader may know of, and how many of them are not confirmed. */
  readonly upcoming: number;
  readonly unconfirmed: number;
  /** Of the next one, ISO 8601 UTC. */
  readonly nextStartsAt: string | null;
}

export interface VenuePage {
  readonly items: readonly VenueListItem[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

interface VenueRow {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly time_zone: string;
  readonly upcoming: number;
  readonly unconfirmed: number;
  readonly next_starts_at: Date | null;
}

/** Events that the reader may know of: all for admins, their own for managers, none for others. */
function readable(actor: PersonActor): Sql {
  return sql`(${actor.role === "admin"}::boolean
    OR (${actor.role === "manager"}::boolean AND e.manager_id = ${actor.id}))`;
}

/** For the venue and the start that the event has now (domain.md rule 50). */
const isConfirmed = sql`(c.status = 'confirmed' AND c.location_id = e.location_id AND c.starts_at = e.starts_at)`;
const isAhead = sql`(e.ends_at > now() AND e.status NOT IN ('completed', 'cancelled'))`;

/** The venues by name: for admins all that are in use, for managers those where they run or ran an event. */
export async function listVenues(
  db: Queryable,
  actor: PersonActor,
  input: ListVenuesInput,
): Promise<VenuePage> {
  const rows = await db.query<VenueRow>(sql`
    SELECT l.id, l.name, l.city, l.time_zone, coalesce(s.upcoming, 0)::int AS upcoming,
      coalesce(s.unconfirmed, 0)::int AS unconfirmed, s.next_starts_at
    FROM location l
    LEFT JOIN (
      SELECT e.location_id, count(*) FILTER (WHERE ${isAhead}) AS upcoming,
        count(*) FILTER (WHERE ${isAhead} AND ${isConfirmed} IS NOT TRUE) AS unconfirmed,
        min(e.starts_at) FILTER (WHERE ${isAhead}) AS next_starts_at
      FROM event_instance e LEFT JOIN location_confirmation c ON c.event_id = e.id
      WHERE ${readable(actor)} GROUP BY e.location_id) AS s ON s.location_id = l.id
    WHERE (s.location_id IS NOT NULL OR (${actor.role === "admin"}::boolean AND l.archived_at IS NULL))
      AND (${input.cursor ?? null}::uuid IS NULL
        OR (lower(l.name), l.id) > (SELECT lower(p.name), p.id FROM location p WHERE p.id = ${input.cursor ?? null}))
    ORDER BY lower(l.name), l.id LIMIT ${input.limit + 1}`);
  const page = rows.slice(0, input.limit);
  return {
    items: page.map((row) => ({
      id: row.id,
      name: row.name,
      city: row.city,
      timeZone: row.time_zone,
      upcoming: row.upcoming,
      unconfirmed: row.unconfirmed,
      nextStartsAt: row.next_starts_at?.toISOString() ?? null,
    })),
    nextCursor: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
  };
}

export interface VenueEvent {
  readonly eventId: string;
  readonly number: number;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly confirmed: boolean;
  /** Of the confirmation that holds now; null when none does. */
  readonly contactPerson: { readonly name: string; readonly phone: string; readonly email: string } | null;
  readonly specialInstructions: string | null;
  readonly accessDetails: string | null;
  readonly confirmedAt: string | null;
}

export interface VenueView {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly country: string;
  readonly timeZone: string;
  /** The next hundred. */
  readonly events: readonly VenueEvent[];
}

interface VenueEventRow extends Omit<VenueEvent, "startsAt" | "endsAt" | "confirmedAt"> {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly confirmedAt: Date | null;
}

const EVENTS_MAX = 100;

/**
 * One venue with its coming events. Throws `NOT_FOUND` alike for one that is missing and one where the reader
 * runs no event.
 */
export async function venueById(db: Queryable, actor: PersonActor, locationId: string): Promise<VenueView> {
  const [venue] = await db.query<Omit<VenueView, "events">>(sql`
    SELECT l.id, l.name, l.address, l.city, l.country, l.time_zone AS "timeZone" FROM location l
    WHERE l.id = ${locationId} AND (${actor.role === "admin"}::boolean
      OR EXISTS (SELECT FROM event_instance e WHERE e.location_id = l.id AND ${readable(actor)}))`);
  if (!venue) throw notFound("venue");
  const events = await db.query<VenueEventRow>(sql`
    SELECT e.id AS "eventId", e.number, b.title, e.starts_at AS "startsAt", e.ends_at AS "endsAt",
      c.event_id IS NOT NULL AS confirmed, c.contact_person AS "contactPerson",
      c.special_instructions AS "specialInstructions", c.access_details AS "accessDetails",
      c.confirmed_at AS "confirmedAt"
    FROM event_instance e
    JOIN booking b ON b.id = e.booking_id
    LEFT JOIN location_confirmation c ON c.event_id = e.id AND ${isConfirmed}
    WHERE e.location_id = ${locationId} AND ${isAhead} AND ${readable(actor)}
    ORDER BY e.starts_at, e.id LIMIT ${EVENTS_MAX}`);
  return {
    ...venue,
    events: events.map((event) => ({
      ...event,
      startsAt: event.startsAt.toISOString(),
      endsAt: event.endsAt.toISOString(),
      confirmedAt: event.confirmedAt?.toISOString() ?? null,
    })),
  };
}
