import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** The place that a fact about a shift or a standby list is about: for a no-show the one of what is left of the time. */
export async function freeSlotOf(
  db: Queryable,
  about: { readonly eventId: string; readonly assignmentId?: string; readonly slotId?: string },
): Promise<string | null> {
  if (about.slotId !== undefined) return about.slotId;
  if (about.assignmentId === undefined) return null;
  const [slot] = await db.query<{ id: string }>(sql`
    SELECT coalesce(r.id, a.slot_id) AS id
    FROM staff_assignment a LEFT JOIN staff_slot r ON r.replaces_assignment_id = a.id
    WHERE a.id = ${about.assignmentId}`);
  return slot?.id ?? null;
}
