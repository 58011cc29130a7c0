import "server-only";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { PlanSlot } from "@/modules/staffing/plan/shapes";
import { type ShiftRow, shiftColumns, shiftTables, toShift } from "./shift-of-slot";

/** Slots that begin in a range of time and that nobody has or was asked for, by start; at most so many. */
export function openSlots(
  db: Queryable,
  { startsAt, endsAt, limit }: { readonly startsAt: string; readonly endsAt: string; readonly limit: number },
): Promise<readonly PlanSlot[]> {
  return readSlots(
    db,
    sql`s.starts_at >= ${startsAt} AND s.starts_at < ${endsAt} AND s.starts_at > now() AND s.status = 'open'
      AND e.status NOT IN ('completed', 'cancelled') AND NOT EXISTS (
        SELECT FROM staff_assignment a WHERE a.slot_id = s.id
          AND a.status IN ('created', 'offered', 'accepted', 'checked_in', 'checked_out'))`,
    limit,
  );
}

/** The slots of a plan, by start. */
export function slotsOfPlan(db: Queryable, planId: string): Promise<readonly PlanSlot[]> {
  return readSlots(db, sql`s.id IN (SELECT slot_id FROM staff_plan_seat WHERE plan_id = ${planId})`, null);
}

async function readSlots(db: Queryable, where: Sql, limit: number | null): Promise<readonly PlanSlot[]> {
  const rows = await db.query<ShiftRow & { id: string; number: number; title: string }>(sql`
    SELECT s.id, e.number, b.title, ${shiftColumns} FROM ${shiftTables} JOIN booking b ON b.id = s.booking_id
    WHERE ${where} ORDER BY s.starts_at, s.event_id, lower(s.role), s.seat, s.id LIMIT ${limit}::integer`);
  return rows.map((row) => ({
    slotId: row.id,
    shift: toShift(row),
    code: `EV-${row.number}`,
    title: row.title,
  }));
}

/** Whom clients like or do not want, of these. */
export async function clientPreferences(
  db: Queryable,
  clientIds: readonly string[],
  userIds: readonly string[],
): Promise<ReadonlyMap<string, "preferred" | "blocked">> {
  const rows = await db.query<{
    client_id: string;
    user_id: string;
    preference: "preferred" | "blocked";
  }>(sql`
    SELECT client_id, user_id, preference FROM client_preference
    WHERE client_id = ANY (${[...clientIds]}::uuid[]) AND user_id = ANY (${[...userIds]}::uuid[])`);
  return new Map(rows.map((row) => [`${row.client_id} ${row.user_id}`, row.preference]));
}
