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
    ), ours AS (
      SELECT location_id FROM booking_venue WHERE booking_id = ${bookingId}
    ), found AS (
      SELECT mine.starts_at, theirs.location_id, o.id AS booking_id, other.starts_at AS other_starts_at,
        other.ends_at AS other_ends_at,
        CASE WHEN other.status = 'approved' OR EXISTS (
               SELECT FROM event_instance e
               JOIN booking_venue v ON v.booking_id = e.booking_id AND v.rank = 0 AND v.location_id = e.location_id
               WHERE e.booking_id = o.id AND e.starts_at = other.starts_at AND e.status <> 'cancelled')
               THEN 'approved'
             WHEN o.status = 'changes_requested'
               AND (o.change_request ->> 'holdUntil')::timestamptz > ${now}::timestamptz
               AND o.change_request -> 'heldDates' ?
                 (to_char(other.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '/' ||
                  to_char(other.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) THEN 'held'
             ELSE 'asked' END AS strength
      FROM mine
      JOIN booking_date other ON other.booking_id <> ${bookingId}
        AND other.status IN ('undecided', 'approved', 'proposed')
        AND tstzrange(other.starts_at, other.ends_at) && mine.span
      JOIN booking o ON o.id = other.booking_id AND o.status NOT IN ('draft', 'rejected', 'cancelled')
      JOIN booking_venue theirs ON theirs.booking_id = o.id
      JOIN ours ON ours.location_id = theirs.location_id
      UNION ALL
      SELECT mine.starts_at, e.location_id, e.booking_id, e.starts_at, e.ends_at, 'approved'
      FROM mine CROSS JOIN ours
      JOIN event_instance e ON e.location_id = ours.location_id AND e.booking_id <> ${bookingId}
        AND e.status <> 'cancelled' AND tstzrange(e.starts_at, e.ends_at) && mine.span
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
