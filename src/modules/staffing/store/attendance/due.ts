import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { ASSUMED_AFTER_MINUTES } from "@/modules/staffing/attendance/check-in-times";

const DUE_MAX = 100;

/** Shifts whose check-out was forgotten by the database's clock, the longest over first, 100 at most. */
export async function forgottenCheckOuts(db: Queryable): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }>(sql`
    SELECT id FROM staff_assignment
    WHERE status = 'checked_in' AND ends_at <= now() - make_interval(mins => ${ASSUMED_AFTER_MINUTES})
    ORDER BY ends_at, id LIMIT ${DUE_MAX}`);
  return rows.map(({ id }) => id);
}
