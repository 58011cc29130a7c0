import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type Need, type Needs, nothingPlanned } from "@/modules/event-instances/life/needs";

interface NeedRow {
  readonly part: "staff" | "kits";
  readonly event_id: string;
  readonly needed: number;
  readonly met: number;
  readonly against: readonly string[];
  readonly fact_id: string | null;
  readonly fact_at: Date | null;
}

/**
 * What these events ask for and have, by event; one statement. Those that ask for nothing are left out. A kit that a
 * fact has called short, broken or still out does not count, though it may be packed (domain.md rule 46).
 */
export async function readNeeds(
  db: Queryable,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, Needs>> {
  const rows = await db.query<NeedRow>(sql`
    SELECT 'staff' AS part, s.event_id, count(*)::integer AS needed, count(a.id)::integer AS met,
      '{}'::text[] AS against, t.fact_id, t.fact_at
    FROM staff_slot s
    LEFT JOIN staff_assignment a ON a.slot_id = s.id AND a.status IN ('accepted', 'checked_in', 'checked_out')
    LEFT JOIN event_staff_standing t ON t.event_id = s.event_id
    WHERE s.event_id = ANY (${[...eventIds]}::uuid[]) AND s.status = 'open'
    GROUP BY s.event_id, t.fact_id, t.fact_at
    UNION ALL
    SELECT 'kits', k.event_id, count(*)::integer,
      (count(*) FILTER (WHERE k.status <> 'assigned' AND s.kit_assignment_id IS NULL))::integer,
      coalesce(array_agg(s.cause ORDER BY s.raised_at, s.kit_assignment_id) FILTER (WHERE s.cause IS NOT NULL), '{}'),
      t.fact_id, t.fact_at
    FROM kit_assignment k
    LEFT JOIN kit_shortage_said s ON s.kit_assignment_id = k.id AND s.resolved_at IS NULL
      AND k.status IN ('assigned', 'prepared')
    LEFT JOIN event_kit_standing t ON t.event_id = k.event_id
    WHERE k.event_id = ANY (${[...eventIds]}::uuid[]) AND k.status <> 'cancelled'
    GROUP BY k.event_id, t.fact_id, t.fact_at`);
  const needs = new Map<string, Needs>();
  for (const row of rows) {
    needs.set(row.event_id, { ...(needs.get(row.event_id) ?? nothingPlanned), [row.part]: toNeed(row) });
  }
  return needs;
}

function toNeed({ needed, met, against, fact_id, fact_at }: NeedRow): Need {
  const evidence =
    fact_id === null || fact_at === null ? null : { factId: fact_id, at: fact_at.toISOString() };
  return { needed, met, against, evidence };
}

/** The same for one event. */
export async function readNeedsOf(db: Queryable, eventId: string): Promise<Needs> {
  return (await readNeeds(db, [eventId])).get(eventId) ?? nothingPlanned;
}
