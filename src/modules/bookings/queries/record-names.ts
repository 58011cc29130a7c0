import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { isUuid } from "@/values/ids";

/**
 * What people call the records that facts name, by id: names of people, clients, venues and templates, codes of
 * kits, numbers of bookings and events. `references` are `<kind>:<id>`, as `entity_ids` holds them; kinds without a name and
 * records that are gone are left out. One statement however many there are.
 */
export async function recordNames(
  db: Queryable,
  references: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const ids = idsByKind(references);
  const of = (kind: string) => ids.get(kind) ?? [];
  const rows = await db.query<{ id: string; name: string }>(sql`
    SELECT id, name FROM person WHERE id = ANY (${of("user")}::uuid[])
    UNION ALL SELECT id, name FROM client WHERE id = ANY (${of("client")}::uuid[])
    UNION ALL SELECT id, name FROM location WHERE id = ANY (${of("location")}::uuid[])
    UNION ALL SELECT id, name FROM kit_template WHERE id = ANY (${of("kit-template")}::uuid[])
    UNION ALL SELECT id, code FROM kit_instance WHERE id = ANY (${of("kit")}::uuid[])
    UNION ALL SELECT id, name FROM preparation_template WHERE id = ANY (${of("preparation-template")}::uuid[])
    UNION ALL SELECT id, 'BK-' || number FROM booking WHERE id = ANY (${of("booking")}::uuid[])
    UNION ALL SELECT id, 'EV-' || number FROM event_instance WHERE id = ANY (${of("event")}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function idsByKind(references: Iterable<string>): ReadonlyMap<string, string[]> {
  const byKind = new Map<string, string[]>();
  for (const reference of new Set(references)) {
    const colon = reference.indexOf(":");
    const id = reference.slice(colon + 1);
    if (!isUuid(id)) continue;
    const kind = reference.slice(0, colon);
    byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
  }
  return byKind;
}
