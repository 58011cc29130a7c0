import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type Needs, nothingPlanned } from "@/modules/event-instances/life/needs";

interface NeedRow {
  readonly event_id: string;
  readonly needed: number;
  readonly met: number;
  readonly fact_id: string | null;
  readonly fact_at: Date | null;
}

/** What these events ask for and have, by event; one statement. Those that ask for nothing are left out. */
export async function readNeeds(
  db: Queryable,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, Needs>> {
  const rows = await db.query<NeedRow>(sql`
    SELECT s.event_id, count(*)::integer AS needed, count(a.id)::integer AS met, t.fact_id, t.fact_at
    FROM staff_slot s
    LEFT JOIN staff_assignment a ON a.slot_id = s.id AND a.status IN ('accepted', 'checked_in', 'checked_out')
    LEFT JOIN event_staff_standing t ON t.event_id = s.event_id
    WHERE s.event_id = ANY (${[...eventIds]}::uuid[]) AND s.status = 'open'
    GROUP BY s.event_id, t.fact_id, t.fact_at`);
  return new Map(rows.map((row) => [row.event_id, toNeeds(row)]));
}

function toNeeds({ needed, met, fact_id, fact_at }: NeedRow): Needs {
  const evidence =
    fact_id === null || fact_at === null ? null : { factId: fact_id, at: fact_at.toISOString() };
  return { ...nothingPlanned, staff: { needed, met, evidence } };
}

/** The same for one event. */
export async function readNeedsOf(db: Queryable, eventId: string): Promise<Needs> {
  return (await readNeeds(db, [eventId])).get(eventId) ?? nothingPlanned;
}
