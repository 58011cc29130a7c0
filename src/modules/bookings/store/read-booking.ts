import "server-only";
import type { Queryable, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Booking } from "@/modules/bookings/booking";
import type { BookingContent } from "@/modules/bookings/content";
import type { StandingEvent } from "@/modules/bookings/outside";
import { type BookingRow, toBooking } from "./rows";

/** One booking with its dates and venues, or null. */
export async function readBooking(db: Queryable, bookingId: string): Promise<Booking | null> {
  const [row] = await db.query<BookingRow>(sql`
    SELECT b.id, b.number, b.client_id, b.title, b.status, b.version, b.needs_reapproval, b.time_zone, b.plan,
      b.recurrence, b.rrule, b.notes, b.contact, b.change_request, b.rejection, b.cancellation, b.override,
      b.copied_from, b.import_key, b.created_by, b.created_at, b.submitted_by, b.changed_by, b.submitted_at,
      b.decided_by, b.decided_at, b.waiting_for, b.waiting_since,
      coalesce((SELECT json_agg(json_build_object(
          'id', d.id, 'local_start', d.local_start,
          'starts_ms', round(extract(epoch FROM d.starts_at) * 1000),
          'ends_ms', round(extract(epoch FROM d.ends_at) * 1000),
          'status', d.status, 'clock_note', d.clock_note, 'reason', d.reason,
          'proposed_local_start', d.proposed_local_start) ORDER BY d.starts_at)
        FROM booking_date d WHERE d.booking_id = b.id), '[]') AS dates,
      coalesce((SELECT json_agg(v.location_id ORDER BY v.rank)
        FROM booking_venue v WHERE v.booking_id = b.id), '[]') AS location_ids
    FROM booking b WHERE b.id = ${bookingId}`);
  return row ? toBooking(row) : null;
}

/**
 * Locks the booking's row until the end of the transaction, then reads it. The lock is a statement of its own:
 * a single one would see the dates as they were before it had to wait.
 */
export async function lockBooking(tx: Tx, bookingId: string): Promise<Booking | null> {
  const [, booking] = await Promise.all([
    tx.execute(sql`SELECT FROM booking WHERE id = ${bookingId} FOR UPDATE`),
    readBooking(tx, bookingId),
  ]);
  return booking;
}

/** The content a booking had at an earlier version, or null when that version changed nothing a reviewer reads. */
export async function readRevision(
  db: Queryable,
  bookingId: string,
  version: number,
): Promise<BookingContent | null> {
  const [row] = await db.query<{ content: BookingContent }>(sql`
    SELECT content FROM booking_revision
    WHERE booking_id = ${bookingId} AND version <= ${version}
    ORDER BY version DESC LIMIT 1`);
  return row?.content ?? null;
}

/** The content of a booking when it was last decided about; null before the first decision. */
export async function readDecided(
  db: Queryable,
  { id, decidedAt }: Pick<Booking, "id" | "decidedAt">,
): Promise<BookingContent | null> {
  const [row] = await db.query<{ content: BookingContent }>(sql`
    SELECT content FROM booking_revision
    WHERE booking_id = ${id} AND changed_at <= ${decidedAt}::timestamptz
    ORDER BY version DESC LIMIT 1`);
  return row?.content ?? null;
}

interface StandingRow {
  readonly id: string;
  readonly number: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly status: StandingEvent["status"];
  readonly manager_id: string | null;
}

/** The events of a booking that have not been cancelled, by start. */
export async function readStandingEvents(db: Queryable, bookingId: string): Promise<StandingEvent[]> {
  const rows = await db.query<StandingRow>(sql`
    SELECT id, number, starts_at, ends_at, status, manager_id FROM event_instance
    WHERE booking_id = ${bookingId} AND status <> 'cancelled' ORDER BY starts_at`);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    status: row.status,
    managerId: row.manager_id,
  }));
}
