import "server-only";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { EventLife } from "@/modules/event-instances/life/event-life";
import type { ClashingEvent, TemplateLine } from "@/modules/event-instances/life/outside";
import {
  type ClashRow,
  type EventRow,
  type IssueRow,
  type TaskRow,
  toClash,
  toEventLife,
  type VenueIssueRow,
  type VenueRow,
} from "./rows";

/** One event with its tasks, its issues and what is known of its venue, or null. */
export async function readEventLife(db: Queryable, eventId: string): Promise<EventLife | null> {
  const [[event], tasks, issues, [venue], [venueIssue]] = await Promise.all([
    db.query<EventRow>(sql`
      SELECT e.id, e.number, e.booking_id, e.client_id, e.status, e.hold_reason, e.local_start, e.starts_at, e.ends_at,
        e.time_zone, e.clock_note, e.manager_id, e.cancelled_reason, e.actual_start, e.actual_end, e.outcome,
        e.follow_ups, e.readiness_lost_at, e.readiness_lost_reasons, e.version, l.id AS location_id, l.name AS location_name,
        concat_ws(', ', nullif(l.address, ''), nullif(l.city, '')) AS location_address
      FROM event_instance e JOIN location l ON l.id = e.location_id WHERE e.id = ${eventId}`),
    db.query<TaskRow>(sql`
      SELECT id, kind, description, assigned_to, due_at, minutes_before, status, done_by, done_at, evidence
      FROM preparation_task WHERE event_id = ${eventId} ORDER BY due_at, id`),
    db.query<IssueRow>(sql`
      SELECT id, subject, activity_id, location_id, kit_instance_id, issue_type, severity, description, photo_urls, reported_by,
        reported_at, status, acknowledged_by, acknowledged_at, resolved_by, resolved_at, resolution, due_at,
        escalations, merged_into
      FROM event_issue WHERE event_id = ${eventId} ORDER BY reported_at, id`),
    db.query<VenueRow>(sql`
      SELECT confirmed, fact_id, fact_at FROM event_venue_standing WHERE event_id = ${eventId}`),
    db.query<VenueIssueRow>(
      venueIssueAt(sql`(SELECT location_id FROM event_instance WHERE id = ${eventId})`),
    ),
  ]);
  return event
    ? toEventLife(event, { tasks, issues, venue: venue ?? null, venueIssue: venueIssue ?? null })
    : null;
}

/** The oldest critical issue with a venue that nobody has resolved; at most one row. */
export function venueIssueAt(locationId: Sql): Sql {
  return sql`
    SELECT i.id, i.reported_at, o.number AS event_number
    FROM event_issue i JOIN event_instance o ON o.id = i.event_id
    WHERE i.location_id = ${locationId} AND i.subject = 'location' AND i.severity = 'critical'
      AND i.status <> 'resolved' AND i.merged_into IS NULL
    ORDER BY i.reported_at, i.id LIMIT 1`;
}

interface Window {
  readonly eventId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Other unfinished events of this manager that share a moment with the half-open window (rule 6), by start. */
export async function readManagerClashes(
  db: Queryable,
  managerId: string,
  { eventId, startsAt, endsAt }: Window,
): Promise<ClashingEvent[]> {
  const rows = await db.query<ClashRow>(sql`
    SELECT e.id, e.number, b.title, e.starts_at, e.ends_at
    FROM event_instance e JOIN booking b ON b.id = e.booking_id
    WHERE e.manager_id = ${managerId} AND e.starts_at < ${endsAt} AND e.ends_at > ${startsAt}
      AND e.id <> ${eventId} AND e.status NOT IN ('completed', 'cancelled')
    ORDER BY e.starts_at, e.id LIMIT 20`);
  return rows.map(toClash);
}

/** Other unfinished events at this venue in the window, by start. */
export async function readVenueClashes(
  db: Queryable,
  locationId: string,
  { eventId, startsAt, endsAt }: Window,
): Promise<ClashingEvent[]> {
  const rows = await db.query<ClashRow>(sql`
    SELECT e.id, e.number, b.title, e.starts_at, e.ends_at
    FROM event_instance e JOIN booking b ON b.id = e.booking_id
    WHERE e.location_id = ${locationId} AND e.status <> 'cancelled' AND e.status <> 'completed'
      AND tstzrange(e.starts_at, e.ends_at) && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz)
      AND e.id <> ${eventId}
    ORDER BY e.starts_at, e.id LIMIT 20`);
  return rows.map(toClash);
}

/** A live event of the booking at this very start. */
export async function readSibling(
  db: Queryable,
  bookingId: string,
  { eventId, startsAt }: Window,
): Promise<ClashingEvent | null> {
  const [row] = await db.query<ClashRow>(sql`
    SELECT e.id, e.number, b.title, e.starts_at, e.ends_at
    FROM event_instance e JOIN booking b ON b.id = e.booking_id
    WHERE e.booking_id = ${bookingId} AND e.starts_at = ${startsAt} AND e.id <> ${eventId}
      AND e.status <> 'cancelled' LIMIT 1`);
  return row ? toClash(row) : null;
}

/** The template of the first activity of the booking's plan that has one of its own, else the one for all others. */
export async function readTemplate(db: Queryable, bookingId: string): Promise<TemplateLine[]> {
  const rows = await db.query<{
    description: string;
    kind: TemplateLine["kind"];
    minutes_before: number;
  }>(sql`
    SELECT l.description, l.kind, l.minutes_before FROM preparation_template_line l
    WHERE l.template_id = (
      SELECT t.id FROM preparation_template t
      LEFT JOIN LATERAL (
        SELECT min(a.place) AS place
        FROM booking b, jsonb_array_elements(b.plan -> 'activities') WITH ORDINALITY AS a (activity, place)
        WHERE b.id = ${bookingId} AND lower(a.activity ->> 'type') = lower(t.activity_type)) AS m ON true
      WHERE t.archived_at IS NULL AND (t.activity_type IS NULL OR m.place IS NOT NULL)
      ORDER BY m.place NULLS LAST LIMIT 1)
    ORDER BY l.rank`);
  return rows.map(({ description, kind, minutes_before }) => ({
    description,
    kind,
    minutesBefore: minutes_before,
  }));
}
