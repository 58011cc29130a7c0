import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { CrewNow } from "@/modules/event-instances/life/outside";

interface CrewRow {
  readonly user_id: string;
  readonly name: string;
  readonly role: string;
  readonly checked_in_at: Date;
  readonly hours_worked: number | null;
}

/** Who came to an event, by their arrival. */
export async function readCrew(db: Queryable, eventId: string): Promise<CrewNow> {
  const rows = await db.query<CrewRow>(sql`
    SELECT s.user_id, p.name, s.role, s.checked_in_at, s.hours_worked::float8 AS hours_worked
    FROM staff_assignment s JOIN person p ON p.id = s.user_id
    WHERE s.event_id = ${eventId} AND s.status IN ('checked_in', 'checked_out')
    ORDER BY s.checked_in_at, s.id`);
  const inside = rows.filter(({ hours_worked }) => hours_worked === null);
  return {
    present: inside.map((row) => ({
      userId: row.user_id,
      role: row.role,
      checkedInAt: row.checked_in_at.toISOString(),
    })),
    worked: rows.flatMap(({ user_id, role, hours_worked }) =>
      hours_worked === null ? [] : [{ userId: user_id, role, hoursWorked: hours_worked }],
    ),
    stillIn: [...new Set(inside.map(({ name }) => name))],
  };
}
