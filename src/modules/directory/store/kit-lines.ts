import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { FieldsOf } from "@/modules/directory/inputs";

/**
 * Makes the lines of a kit template what was asked for. A line that was taken out stays for the kits that still hold it;
 * one of its name that is added again is the same line (domain.md rule 44). The caller has locked the template.
 */
export async function saveKitLines(
  tx: Tx,
  templateId: string,
  lines: FieldsOf<"kitTemplate">["lines"],
  now: string,
): Promise<void> {
  const asked = sql`jsonb_to_recordset(${JSON.stringify(lines.map((line, position) => ({ ...line, position })))}::jsonb)
    AS l (id uuid, name text, quantity integer, usage text, critical boolean, position integer)`;
  // Names are free before others take them.
  await tx.execute(sql`
    UPDATE kit_component c SET removed_at = ${now}::timestamptz
    WHERE c.kit_template_id = ${templateId} AND c.removed_at IS NULL
      AND NOT EXISTS (SELECT FROM ${asked} WHERE l.id = c.id)`);
  await tx.execute(sql`
    INSERT INTO kit_component AS c (id, kit_template_id, name, quantity, usage, critical, position, asked_since)
    SELECT coalesce(l.id, old.id, gen_random_uuid()), ${templateId}::uuid, l.name, l.quantity, l.usage, l.critical,
      l.position, ${now}::timestamptz
    FROM ${asked}
    LEFT JOIN LATERAL (
      SELECT o.id FROM kit_component o
      WHERE o.kit_template_id = ${templateId} AND o.removed_at IS NOT NULL AND lower(o.name) = lower(l.name)
      ORDER BY o.removed_at DESC LIMIT 1) AS old ON l.id IS NULL
    ON CONFLICT (id) DO UPDATE
    SET name = excluded.name, quantity = excluded.quantity, usage = excluded.usage, critical = excluded.critical,
      position = excluded.position, removed_at = NULL,
      asked_since = CASE WHEN c.quantity >= excluded.quantity AND c.removed_at IS NULL THEN c.asked_since
        ELSE excluded.asked_since END`);
}
