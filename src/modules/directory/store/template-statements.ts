import "server-only";
import { type Sql, sql } from "@/db/sql";
import type { FieldsOf } from "@/modules/directory/inputs";
import type { DirectoryRecord } from "@/modules/directory/record";

/** Preparation templates have rows of lines; each statement writes both and counts the template's own row. */

type Template = FieldsOf<"preparationTemplate">;

export function insertTemplate({ name, activityType, lines }: Template, id: string, now: string): Sql {
  return sql`
    WITH line AS (
      INSERT INTO preparation_template_line (template_id, rank, description, kind, minutes_before)
      SELECT ${id}::uuid, l.rank, l.description, l.kind, l."minutesBefore" FROM ${linesOf(lines)}
    )
    INSERT INTO preparation_template (id, name, activity_type, created_at)
    VALUES (${id}, ${name}, ${activityType}, ${now})`;
}

/** Nothing of the lines is written when somebody else was faster. */
export function updateTemplate({ name, activityType, lines }: Template, after: DirectoryRecord): Sql {
  const { id, version } = after;
  return sql`
    WITH mine AS MATERIALIZED (
      SELECT id FROM preparation_template WHERE id = ${id} AND version = ${version - 1}
    ), line AS (
      INSERT INTO preparation_template_line (template_id, rank, description, kind, minutes_before)
      SELECT mine.id, l.rank, l.description, l.kind, l."minutesBefore" FROM mine, ${linesOf(lines)}
      ON CONFLICT (template_id, rank) DO UPDATE
      SET description = excluded.description, kind = excluded.kind, minutes_before = excluded.minutes_before
    ), gone AS (
      DELETE FROM preparation_template_line g USING mine
      WHERE g.template_id = mine.id AND g.rank >= ${lines.length}::integer
    )
    UPDATE preparation_template t SET name = ${name}, activity_type = ${activityType}, version = ${version}
    FROM mine WHERE t.id = mine.id`;
}

function linesOf(lines: Template["lines"]): Sql {
  const ranked = JSON.stringify(lines.map((line, rank) => ({ ...line, rank })));
  return sql`jsonb_to_recordset(${ranked}::jsonb)
    AS l (rank integer, description text, kind text, "minutesBefore" integer)`;
}
