import "server-only";
import type * as z from "zod";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { Condition } from "@/modules/kits/inputs";
import type { kitListInput } from "@/modules/kits/inputs/units";
import type { UnitStatus } from "@/modules/kits/kits";
import { likePattern } from "@/values/like-pattern";

/** One kit of the list. Instants are ISO 8601 UTC. */
export interface KitListRow {
  readonly id: string;
  readonly code: string;
  readonly templateName: string;
  readonly status: UnitStatus;
  readonly condition: Condition;
  readonly home: string;
  /** Null while it lies at its home. */
  readonly holderName: string | null;
  /** When it is expected back; null while it lies at its home. */
  readonly expectedReturn: string | null;
  readonly isOverdue: boolean;
  /** How many pieces it lacks of its template. */
  readonly lacks: number;
  /** It holds more or less of something than its template says. */
  readonly differs: boolean;
  readonly notSeenSince: string | null;
  /** Not yet over. */
  readonly nextUse: { readonly number: number; readonly startsAt: string; readonly timeZone: string } | null;
}

interface Row extends Omit<KitListRow, "expectedReturn" | "notSeenSince" | "nextUse"> {
  readonly expectedReturn: Date | null;
  readonly notSeenSince: Date | null;
  readonly nextNumber: number | null;
  readonly nextStartsAt: Date | null;
  readonly nextTimeZone: string | null;
}

type Input = z.infer<typeof kitListInput>;

/** Kits by code. A page begins after the kit whose id is its cursor. */
export async function listKits(
  db: Queryable,
  input: Input,
): Promise<{
  readonly items: readonly KitListRow[];
  readonly total: number;
  readonly nextCursor: string | null;
}> {
  const [rows, [count]] = await Promise.all([
    readPage(db, input),
    db.query<{ total: number }>(sql`
      SELECT count(*)::integer AS total FROM kit_unit u JOIN kit_template t ON t.id = u.kit_template_id
      WHERE ${asked(input)}`),
  ]);
  const items = rows.slice(0, input.limit).map(toListRow);
  const nextCursor = rows.length > input.limit ? (items.at(-1)?.id ?? null) : null;
  return { items, total: count?.total ?? 0, nextCursor };
}

function readPage(db: Queryable, input: Input): Promise<Row[]> {
  return db.query<Row>(sql`
    SELECT u.id, u.code, t.name AS "templateName", u.status, u.condition, u.home, p.name AS "holderName",
      a.expected_return AS "expectedReturn", a.expected_return IS NOT NULL AND a.expected_return < now() AS "isOverdue",
      (SELECT coalesce(sum(c.quantity - coalesce(s.quantity, 0)), 0)::integer
        FROM kit_component c LEFT JOIN kit_stock s ON s.component_id = c.id AND s.kit_instance_id = u.id
        WHERE c.kit_template_id = u.kit_template_id AND c.removed_at IS NULL
          AND coalesce(s.quantity, 0) < c.quantity) AS lacks,
      ${differs} AS differs, u.not_seen_since AS "notSeenSince",
      n.number AS "nextNumber", n.starts_at AS "nextStartsAt", n.time_zone AS "nextTimeZone"
    FROM kit_unit u
    JOIN kit_template t ON t.id = u.kit_template_id
    LEFT JOIN person p ON p.id = u.holder_id
    LEFT JOIN kit_assignment a ON a.id = u.held_for_assignment_id
    LEFT JOIN LATERAL (
      SELECT e.number, e.starts_at, e.time_zone FROM kit_assignment x JOIN event_instance e ON e.id = x.event_id
      WHERE x.kit_instance_id = u.id AND x.status NOT IN ('returned', 'cancelled') AND e.ends_at > now()
      ORDER BY x.window_start LIMIT 1) AS n ON true
    WHERE ${asked(input)}
      AND (${input.cursor ?? null}::uuid IS NULL
        OR u.code > (SELECT code FROM kit_instance WHERE id = ${input.cursor ?? null}::uuid))
    ORDER BY u.code LIMIT ${input.limit + 1}::integer`);
}

/** Of a kit `u`: it holds more or less of something than its template says. */
const differs = sql`EXISTS (
  SELECT FROM kit_component c LEFT JOIN kit_stock s ON s.component_id = c.id AND s.kit_instance_id = u.id
  WHERE c.kit_template_id = u.kit_template_id
    AND coalesce(s.quantity, 0) <> CASE WHEN c.removed_at IS NULL THEN c.quantity ELSE 0 END)`;

function asked(input: Input): Sql {
  const words = input.q ? likePattern(input.q) : null;
  const status = input.status && input.status.length > 0 ? [...input.status] : null;
  const showsRetired = input.includeRetired || status?.includes("retired") === true;
  return sql`(${words}::text IS NULL OR u.code ILIKE ${words} OR t.name ILIKE ${words} OR u.home ILIKE ${words})
    AND (${status}::text[] IS NULL OR u.status = ANY (${status}::text[]))
    AND (${showsRetired}::boolean OR u.archived_at IS NULL)
    AND (${input.kitTemplateId ?? null}::uuid IS NULL OR u.kit_template_id = ${input.kitTemplateId ?? null}::uuid)
    AND (${input.home ?? null}::text IS NULL OR u.home = ${input.home ?? null})
    AND (NOT ${input.notSeen}::boolean OR u.not_seen_since IS NOT NULL)
    AND (NOT ${input.differs}::boolean OR ${differs})`;
}

function toListRow({ nextNumber, nextStartsAt, nextTimeZone, ...row }: Row): KitListRow {
  return {
    ...row,
    expectedReturn: row.expectedReturn?.toISOString() ?? null,
    notSeenSince: row.notSeenSince?.toISOString() ?? null,
    nextUse:
      nextNumber === null || nextStartsAt === null || nextTimeZone === null
        ? null
        : { number: nextNumber, startsAt: nextStartsAt.toISOString(), timeZone: nextTimeZone },
  };
}
