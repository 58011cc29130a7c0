import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** How much the kits of a template were used, and what became of their parts, over some days up to now. */
export interface TemplateUtilisation {
  readonly kitTemplateId: string;
  readonly name: string;
  readonly kits: number;
  /** Of the time in which there were kits, the share that they were with somebody; 0 to 1. */
  readonly outShare: number;
  /** Times that a kit left its home. */
  readonly uses: number;
  readonly used: number;
  readonly lost: number;
  readonly writtenOff: number;
}

/**
 * Follows the physical kit, whichever event it was bound for (domain.md rule 43). Counted from who had each kit and
 * from what was moved, which stay when the facts of kits have expired.
 */
export async function kitUtilisation(db: Queryable, days: number): Promise<readonly TemplateUtilisation[]> {
  return db.query<TemplateUtilisation>(sql`
    WITH span AS (SELECT now() - make_interval(days => ${days}::integer) AS since, now() AS until),
    held AS (
      SELECT i.kit_template_id, count(DISTINCT i.id)::integer AS kits,
        (count(*) FILTER (WHERE c.holder_id IS NOT NULL AND c.from_at >= s.since
          AND NOT EXISTS (SELECT FROM kit_custody p WHERE p.kit_instance_id = i.id AND p.until_at = c.from_at
            AND p.holder_id IS NOT NULL)))::integer AS uses,
        sum(extract(epoch FROM least(coalesce(c.until_at, s.until), s.until) - greatest(c.from_at, s.since)))
          AS seconds,
        sum(extract(epoch FROM least(coalesce(c.until_at, s.until), s.until) - greatest(c.from_at, s.since)))
          FILTER (WHERE c.holder_id IS NOT NULL) AS out_seconds
      FROM span s
      JOIN kit_custody c ON c.from_at < s.until AND coalesce(c.until_at, s.until) > s.since
      JOIN kit_instance i ON i.id = c.kit_instance_id AND i.archived_at IS NULL
      GROUP BY i.kit_template_id
    ), gone AS (
      SELECT p.kit_template_id, m.to_place, sum(m.quantity)::integer AS quantity
      FROM span s JOIN kit_movement m ON m.moved_at >= s.since JOIN kit_component p ON p.id = m.component_id
      WHERE m.to_place IN ('used', 'lost', 'written_off')
      GROUP BY p.kit_template_id, m.to_place)
    SELECT t.id AS "kitTemplateId", t.name, h.kits, coalesce(h.out_seconds / nullif(h.seconds, 0), 0)::float8 AS "outShare",
      h.uses, coalesce(sum(g.quantity) FILTER (WHERE g.to_place = 'used'), 0)::integer AS used,
      coalesce(sum(g.quantity) FILTER (WHERE g.to_place = 'lost'), 0)::integer AS lost,
      coalesce(sum(g.quantity) FILTER (WHERE g.to_place = 'written_off'), 0)::integer AS "writtenOff"
    FROM held h JOIN kit_template t ON t.id = h.kit_template_id
    LEFT JOIN gone g ON g.kit_template_id = t.id
    GROUP BY t.id, h.kits, h.out_seconds, h.seconds, h.uses
    ORDER BY t.name, t.id`);
}
