import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import { likePattern } from "@/values/like-pattern";

/** A kit as the directory keeps it. */
export interface KitInstanceRecord {
  readonly id: string;
  readonly version: number;
  readonly kitTemplateId: string;
  readonly templateName: string;
  readonly code: string;
  readonly home: string;
  readonly notes: string;
  readonly isArchived: boolean;
}

/** Kits by code. A page begins after the kit whose id is its cursor. */
export async function listKitRecords(
  db: Queryable,
  input: {
    readonly q?: string | undefined;
    readonly includeArchived: boolean;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<{ readonly items: readonly KitInstanceRecord[]; readonly nextCursor: string | null }> {
  const words = input.q ? likePattern(input.q) : null;
  const rows = await readRecords(
    db,
    sql`(${input.includeArchived}::boolean OR i.archived_at IS NULL)
      AND (${words}::text IS NULL OR i.code ILIKE ${words} OR t.name ILIKE ${words})
      AND (${input.cursor ?? null}::uuid IS NULL
        OR i.code > (SELECT code FROM kit_instance WHERE id = ${input.cursor ?? null}::uuid))`,
    input.limit + 1,
  );
  const items = rows.slice(0, input.limit);
  return { items, nextCursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null };
}

/** Throws `NOT_FOUND`. */
export async function kitRecordById(db: Queryable, id: string): Promise<KitInstanceRecord> {
  const [record] = await readRecords(db, sql`i.id = ${id}`, 1);
  if (!record) throw notFound("kit");
  return record;
}

function readRecords(db: Queryable, condition: Sql, limit: number): Promise<KitInstanceRecord[]> {
  return db.query<KitInstanceRecord>(sql`
    SELECT i.id, i.version, i.kit_template_id AS "kitTemplateId", t.name AS "templateName", i.code, i.home, i.notes,
      i.archived_at IS NOT NULL AS "isArchived"
    FROM kit_instance i JOIN kit_template t ON t.id = i.kit_template_id
    WHERE ${condition} ORDER BY i.code LIMIT ${limit}::integer`);
}
