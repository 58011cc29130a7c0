import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { removableFields } from "@/domain-events/catalog/removal-markers";

/**
 * Writes the catalog's removable fields into the table that `redact_event` reads, as the owner of the tables. A field
 * that the catalog no longer has stays: entries of its time may still hold it. Resolves to the number of changed rows.
 */
export async function syncPersonalFields(ownerDatabase: Queryable): Promise<number> {
  const rows = removableFields.map(({ type, path, fieldClass, marker }) => ({
    type,
    path,
    class: fieldClass,
    marker,
  }));
  return ownerDatabase.execute(sql`
    INSERT INTO event_personal_field AS f (type, path, class, marker)
    SELECT type, path, class, marker
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (type text, path text, class text, marker jsonb)
    ON CONFLICT (type, path) DO UPDATE SET class = excluded.class, marker = excluded.marker
    WHERE (f.class, f.marker) IS DISTINCT FROM (excluded.class, excluded.marker)`);
}
