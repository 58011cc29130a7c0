import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { notFound } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { EventInstanceCommand } from "@/modules/event-instances/commands";
import type { BookingInstances, BookingNow, EventInstance } from "@/modules/event-instances/event-instance";
import type { InstancesOutside } from "@/modules/event-instances/planned";
import { type BookingNowRow, type EventInstanceRow, toBookingNow, toEventInstance } from "./rows";

/**
 * Locks the booking, so that this command and those of the booking come one after the other, then its instances.
 * The locks are statements of their own: a single one would see the dates as they were before it had to wait.
 */
export async function load(
  tx: Tx,
  command: EventInstanceCommand,
  context: DecisionContext,
): Promise<{ readonly state: BookingInstances; readonly outside: InstancesOutside }> {
  await tx.execute(sql`SELECT FROM booking WHERE id = ${command.bookingId} FOR UPDATE`);
  const booking = await readBookingNow(tx, command.bookingId);
  if (!booking) throw notFound("booking");
  const instances = await lockInstances(tx, booking.id);
  const newIds = command.type === "generate" ? command.eventDates.map(() => context.newId()) : [];
  return { state: { booking, instances }, outside: { newIds } };
}

async function readBookingNow(tx: Tx, bookingId: string): Promise<BookingNow | null> {
  const [row] = await tx.query<BookingNowRow>(sql`
    SELECT b.id, b.client_id, b.status, b.time_zone,
      (SELECT v.location_id FROM booking_venue v WHERE v.booking_id = b.id ORDER BY v.rank LIMIT 1) AS location_id,
      coalesce((SELECT json_agg(json_build_object(
          'local_start', d.local_start,
          'starts_ms', round(extract(epoch FROM d.starts_at) * 1000),
          'ends_ms', round(extract(epoch FROM d.ends_at) * 1000),
          'clock_note', d.clock_note, 'status', d.status, 'reason', d.reason) ORDER BY d.starts_at)
        FROM booking_date d WHERE d.booking_id = b.id), '[]') AS dates
    FROM booking b WHERE b.id = ${bookingId}`);
  return row ? toBookingNow(row) : null;
}

async function lockInstances(tx: Tx, bookingId: string): Promise<EventInstance[]> {
  await tx.execute(sql`SELECT FROM event_instance WHERE booking_id = ${bookingId} ORDER BY id FOR UPDATE`);
  const rows = await tx.query<EventInstanceRow>(sql`
    SELECT id, status, hold_reason, local_start, starts_at, ends_at, booked_start, booked_end, time_zone, clock_note,
      location_id, manager_id, cancelled_reason, version
    FROM event_instance WHERE booking_id = ${bookingId} ORDER BY starts_at, id`);
  return rows.map(toEventInstance);
}
