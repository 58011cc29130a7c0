import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { AttendedShift } from "@/modules/staffing/attendance/attendance";

/**
 * Somebody who came after their no-show was reported has their slot again, and the one that the workflow opened for the rest
 * of their time is closed, unless somebody has it by then: both are there, and the manager decides (domain.md rule 27).
 */
export async function takeBackSlots(tx: Tx, changed: readonly AttendedShift[], now: string): Promise<void> {
  const late = changed.filter(
    ({ status, noShowAt, checkedInAt }) =>
      status === "checked_in" && noShowAt !== null && checkedInAt === now,
  );
  if (late.length === 0) return;
  await tx.execute(sql`
    UPDATE staff_slot t SET status = 'closed', version = version + 1
    WHERE t.replaces_assignment_id = ANY (${late.map(({ id }) => id)}::uuid[]) AND t.status = 'open'
      AND NOT EXISTS (
        SELECT FROM staff_assignment s
        WHERE s.slot_id = t.id AND s.status IN ('accepted', 'checked_in', 'checked_out'))`);
  await tx.execute(sql`
    UPDATE staff_slot SET status = 'open', version = version + 1
    WHERE id = ANY (${late.map(({ slotId }) => slotId)}::uuid[]) AND status = 'closed'`);
}
