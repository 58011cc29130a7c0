import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** One line of a kit against its template. */
export interface KitPart {
  readonly componentId: string;
  readonly name: string;
  readonly usage: "returnable" | "consumable";
  readonly critical: boolean;
  /** How many its template says; none where the line was taken out. */
  readonly asked: number;
  readonly held: number;
  /** How many are in the spares. */
  readonly spares: number;
  /** Why it holds fewer than asked; null where it does not. */
  readonly debt: KitDebt | null;
}

/** What a kit owes its template of one part. Instants are ISO 8601 UTC. */
export interface KitDebt {
  readonly quantity: number;
  readonly since: string;
  /** The move with which it became too few; null where the kit never held as many as its template asks for now. */
  readonly cause: {
    readonly factId: string;
    readonly kind: string;
    readonly reason: string | null;
    readonly byName: string | null;
    readonly eventId: string | null;
    readonly eventNumber: number | null;
  } | null;
}

interface Row extends Omit<KitPart, "debt"> {
  readonly since: Date;
  readonly factId: string | null;
  readonly kind: string | null;
  readonly reason: string | null;
  readonly byName: string | null;
  readonly eventId: string | null;
  readonly eventNumber: number | null;
}

/**
 * What is in a kit, line by line as its template says, with what is left of lines that were taken out. A line is too
 * few since the last move that took it from enough to too few: what was there before each move follows, from now
 * backwards, from the moves after it.
 */
export async function readKitParts(db: Queryable, kitInstanceId: string): Promise<readonly KitPart[]> {
  const rows = await db.query<Row>(sql`
    WITH line AS (
      SELECT c.id, c.name, c.usage, c.critical, c.position, c.removed_at, greatest(c.asked_since, i.created_at) AS since,
        CASE WHEN c.removed_at IS NULL THEN c.quantity ELSE 0 END AS asked, coalesce(s.quantity, 0) AS held
      FROM kit_instance i
      JOIN kit_component c ON c.kit_template_id = i.kit_template_id
      LEFT JOIN kit_stock s ON s.component_id = c.id AND s.kit_instance_id = i.id
      WHERE i.id = ${kitInstanceId}
    ), moved AS (
      SELECT component_id, fact_id, line, moved_at, cause, reason, event_id, moved_by,
        CASE WHEN to_kit_instance_id = ${kitInstanceId} THEN quantity ELSE -quantity END AS by
      FROM kit_movement
      WHERE from_kit_instance_id = ${kitInstanceId} OR to_kit_instance_id = ${kitInstanceId}
    ), before AS (
      SELECT m.*, l.asked, l.held - sum(m.by) OVER (PARTITION BY m.component_id
        ORDER BY m.moved_at DESC, m.fact_id DESC, m.line DESC) AS held_before
      FROM moved m JOIN line l ON l.id = m.component_id AND l.held < l.asked
    )
    SELECT l.id AS "componentId", l.name, l.usage, l.critical, l.asked, l.held, coalesce(spare.quantity, 0) AS spares,
      coalesce(b.moved_at, l.since) AS since, b.fact_id AS "factId", b.cause AS kind, b.reason, p.name AS "byName",
      e.id AS "eventId", e.number AS "eventNumber"
    FROM line l
    LEFT JOIN kit_stock spare ON spare.component_id = l.id AND spare.place = 'spares'
    LEFT JOIN LATERAL (
      SELECT * FROM before WHERE before.component_id = l.id AND held_before >= before.asked
        AND held_before + before.by < before.asked
      ORDER BY moved_at DESC, fact_id DESC, line DESC LIMIT 1) AS b ON true
    LEFT JOIN person p ON p.id::text = b.moved_by
    LEFT JOIN event_instance e ON e.id = b.event_id
    WHERE l.removed_at IS NULL OR l.held > 0
    ORDER BY l.removed_at IS NOT NULL, l.position, l.id`);
  return rows.map(toPart);
}

function toPart({ since, factId, kind, reason, byName, eventId, eventNumber, ...part }: Row): KitPart {
  const cause =
    factId === null || kind === null ? null : { factId, kind, reason, byName, eventId, eventNumber };
  const quantity = part.asked - part.held;
  return { ...part, debt: quantity > 0 ? { quantity, since: since.toISOString(), cause } : null };
}
