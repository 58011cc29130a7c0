import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { GoingAlong, ShiftNames, ToldStaffType } from "./messages/staffing";

interface ShiftRow {
  readonly needed: number;
  readonly filled: number;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly role: string | null;
  readonly offer_group: string | null;
  readonly starts: Date[] | null;
}

/** Looks up what the messages about one shift, or one slot, need besides its event; one statement. */
export async function readShiftNames(tx: Tx, { payload }: DomainEvent<ToldStaffType>): Promise<ShiftNames> {
  const assignmentId = "assignmentId" in payload ? payload.assignmentId : null;
  const [row] = await tx.query<ShiftRow>(sql`
    SELECT n.needed, n.filled, p.id AS person_id, p.name AS person_name, a.role, a.offer_group, g.starts
    FROM (
      SELECT count(*)::integer AS needed, count(f.id)::integer AS filled
      FROM staff_slot s
      LEFT JOIN staff_assignment f ON f.slot_id = s.id AND f.status IN ('accepted', 'checked_in', 'checked_out')
      WHERE s.event_id = ${payload.eventId} AND s.status = 'open') n
    LEFT JOIN staff_assignment a ON a.id = ${assignmentId}
    LEFT JOIN person p ON p.id = a.user_id
    LEFT JOIN LATERAL (
      SELECT array_agg(o.starts_at ORDER BY o.starts_at) AS starts FROM staff_assignment o
      WHERE o.offer_group = a.offer_group AND o.user_id = a.user_id) g ON true`);
  return {
    assignmentId,
    personId: row?.person_id ?? null,
    personName: row?.person_name ?? "Somebody",
    role: row?.role ?? ("role" in payload ? payload.role : ""),
    group:
      row?.offer_group == null
        ? null
        : { id: row.offer_group, starts: (row.starts ?? []).map((start) => start.toISOString()) },
    needed: row?.needed ?? 0,
    filled: row?.filled ?? 0,
  };
}

/** Who has a shift of this event and keeps it: their agreement holds for the time that the event has now. */
export async function readGoingAlong(tx: Tx, eventId: string): Promise<readonly GoingAlong[]> {
  return tx.query<GoingAlong>(sql`
    SELECT a.id AS "assignmentId", a.user_id AS "personId" FROM staff_assignment a
    JOIN event_instance e ON e.id = a.event_id
    WHERE a.event_id = ${eventId} AND a.status = 'accepted'
      AND a.starts_at BETWEEN e.starts_at - interval '30 minutes' AND e.starts_at + interval '30 minutes'
    ORDER BY a.id`);
}
