import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { VenueClash } from "@/modules/bookings/outside";

interface ClashRow {
  readonly starts_at: Date;
  readonly venue_name: string;
  readonly booking_id: string;
  readonly booking_number: number;
  readonly booking_title: string;
  readonly client_id: string;
  readonly other_starts_at: Date;
  readonly other_ends_at: Date;
  readonly strength: VenueClash["strength"];
}

/**
 * What overlaps these windows at the venues of a booking; half-open windows (rule 6): dates of other bookings,
 * and events that still stand at a venue although their booking wants another date or place by now. A change
 * request holds the dates that were asked for when it was made (rule 12).
 *
 * The time comes first, and stays first: what happens at one time grows with the agency, what ever happened at a venue
 * with the years.
 */
export async function readClashes(
  db: Queryable,
  bookingId: string,
  windows: readonly { readonly startsAt: string; readonly endsAt: string }[],
  now: string,
): Promise<VenueClash[]> {
  const rows = await db.query<ClashRow>(sql`
    WITH mine AS (
      SELECT w.starts_at, tstzrange(w.starts_at, w.ends_at) AS span
      FROM unnest(${windows.map((window) => window.startsAt)}::timestamptz[],
        ${windows.map((window) => window.endsAt)}::timestamptz[]) AS w (starts_at, ends_at)
    ), at_that_time AS MATERIALIZED (
      SELECT mine.starts_at, d.booking_id, d.starts_at AS other_starts_at, d.ends_at AS other_ends_at, d.status
      FROM mine
      JOIN booking_date d ON tstzrange(d.starts_at, d.ends_at) && mine.span
        AND d.status IN ('undecided', 'approved', 'proposed') AND d.booking_id <> ${bookingId}
    ), found AS (
      SELECT t.starts_at, theirs.location_id, t.booking_id, t.other_starts_at, t.other_ends_at,
        CASE WHEN t.status = 'approved' OR (
               SELECT true FROM event_instance e
               JOIN booking_venue v ON v.booking_id = e.booking_id AND v.rank = 0 AND v.location_id = e.location_id
               WHERE e.booking_id = t.booking_id AND e.starts_at = t.other_starts_at AND e.status <> 'cancelled'
               LIMIT 1)
               THEN 'approved'
             WHEN o.status = 'changes_requested'
               AND (o.change_request ->> 'holdUntil')::timestamptz > ${now}::timestamptz
               AND o.change_request -> 'heldDates' ?
                 (to_char(t.other_starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '/' ||
                  to_char(t.other_ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) THEN 'held'
             ELSE 'asked' END AS strength
      FROM at_that_time t
      JOIN booking_venue theirs ON theirs.booking_id = t.booking_id
        AND theirs.location_id = ANY (ARRAY(SELECT location_id FROM booking_venue WHERE booking_id = ${bookingId}))
      JOIN booking o ON o.id = t.booking_id AND o.status NOT IN ('draft', 'rejected', 'cancelled')
      UNION ALL
      SELECT mine.starts_at, e.location_id, e.booking_id, e.starts_at, e.ends_at, 'approved'
      FROM mine
      JOIN event_instance e ON tstzrange(e.starts_at, e.ends_at) && mine.span
        AND e.location_id = ANY (ARRAY(SELECT location_id FROM booking_venue WHERE booking_id = ${bookingId}))
        AND e.booking_id <> ${bookingId} AND e.status <> 'cancelled'
      -- Of a cancelled booking only what runs goes on; the rest is about to be taken down.
      JOIN booking o ON o.id = e.booking_id AND (o.status <> 'cancelled' OR e.status = 'in_progress')
    )
    SELECT DISTINCT ON (f.starts_at, f.booking_id, f.other_starts_at)
      f.starts_at, l.name AS venue_name, f.booking_id, o.number AS booking_number, o.title AS booking_title,
      o.client_id, f.other_starts_at, f.other_ends_at, f.strength
    FROM found f
    JOIN booking o ON o.id = f.booking_id
    JOIN location l ON l.id = f.location_id
    ORDER BY f.starts_at, f.booking_id, f.other_starts_at,
      array_position(ARRAY['approved', 'held', 'asked'], f.strength), l.name`);
  return rows.map((row) => ({
    startsAt: row.starts_at.toISOString(),
    venueName: row.venue_name,
    bookingId: row.booking_id,
    bookingNumber: row.booking_number,
    bookingTitle: row.booking_title,
    clientId: row.client_id,
    otherStartsAt: row.other_starts_at.toISOString(),
    otherEndsAt: row.other_ends_at.toISOString(),
    strength: row.strength,
  }));
}
