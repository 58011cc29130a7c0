import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { FieldsOf } from "@/modules/directory/inputs";

/** A template with its tasks, the earliest due first as they are kept. */
export interface PreparationTemplateRecord extends FieldsOf<"preparationTemplate"> {
  readonly id: string;
  readonly version: number;
  readonly isArchived: boolean;
}

/** All templates: the one for all other events first, then by kind of activity; archived ones last, if asked for. */
export async function listPreparationTemplates(
  db: Queryable,
  { includeArchived, limit }: { readonly includeArchived: boolean; readonly limit: number },
): Promise<{ readonly items: readonly PreparationTemplateRecord[]; readonly isMore: boolean }> {
  const rows = await db.query<PreparationTemplateRecord>(sql`
    SELECT t.id, t.version, t.archived_at IS NOT NULL AS "isArchived", t.name, t.activity_type AS "activityType",
      (SELECT coalesce(json_agg(json_build_object('description', l.description, 'kind', l.kind,
          'minutesBefore', l.minutes_before) ORDER BY l.rank), '[]')
        FROM preparation_template_line l WHERE l.template_id = t.id) AS lines
    FROM preparation_template t
    WHERE ${includeArchived} OR t.archived_at IS NULL
    ORDER BY t.archived_at IS NOT NULL, t.activity_type IS NOT NULL, lower(t.activity_type), t.name, t.id
    LIMIT ${limit + 1}::integer`);
  return { items: rows.slice(0, limit), isMore: rows.length > limit };
}
