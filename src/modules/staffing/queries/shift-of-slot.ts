import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { Shift } from "@/modules/staffing/fit/shapes";

/** A slot as the rules of fit see it, and the moment by the database's clock. */
export interface SlotShift {
  readonly shift: Shift;
  readonly now: string;
}

/** Throws `NOT_FOUND` for no such slot. */
export async function shiftOfSlot(db: Queryable, slotId: string): Promise<SlotShift> {
  const [row] = await db.query<ShiftRow & { now: Date }>(sql`
    SELECT ${shiftColumns}, clock_timestamp() AS now FROM ${shiftTables} WHERE s.id = ${slotId}`);
  if (!row) throw notFound("shift");
  return { shift: toShift(row), now: row.now.toISOString() };
}

export interface ShiftRow {
  readonly event_id: string;
  readonly client_id: string;
  readonly role: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly location_id: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly time_zone: string;
  readonly country: string;
}

export const shiftColumns = sql`s.event_id, e.client_id, s.role, s.starts_at, s.ends_at, e.location_id, l.latitude,
    l.longitude, e.time_zone, l.country`;
export const shiftTables = sql`staff_slot s JOIN event_instance e ON e.id = s.event_id
    JOIN location l ON l.id = e.location_id`;

export function toShift(row: ShiftRow): Shift {
  const { latitude, longitude } = row;
  return {
    eventId: row.event_id,
    clientId: row.client_id,
    role: row.role,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    locationId: row.location_id,
    position: latitude === null || longitude === null ? null : { latitude, longitude },
    timeZone: row.time_zone,
    country: row.country,
  };
}
