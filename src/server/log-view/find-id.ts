import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { isUuid } from "@/values/ids";

/** A record that words name, as the log's `entity_ids` hold it. */
export interface FoundRecord {
  /** `<kind>:<id>`. */
  readonly entityId: string;
  /** Null where it was asked for by its id. */
  readonly name: string | null;
}

/** What words turned out to name. */
export type Found =
  | { readonly kind: "fact"; readonly factId: string }
  | { readonly kind: "correlation"; readonly correlationId: string }
  /** One record by its id, or those whose names hold the words: at most 50. */
  | { readonly kind: "records"; readonly records: readonly FoundRecord[] }
  | { readonly kind: "nothing" };

const KINDS = [
  "booking",
  "event",
  "user",
  "client",
  "location",
  "activity",
  "assignment",
  "kit",
  "kit-assignment",
  "kit-template",
  "preparation-template",
  "issue",
] as const;

const NAMES_MAX = 50;
const NOTHING: Found = { kind: "nothing" };

/**
 * Says what an id, a number as people say it (BK-1042, EV-221), a chain's key or a part of a name names. One
 * statement for an id, two for a number, two for anything else.
 */
export async function findWords(db: Queryable, words: string): Promise<Found> {
  const id = isUuid(words) ? words.toLowerCase() : await idOfNumber(db, words);
  return id === undefined ? byName(db, words) : byId(db, id);
}

async function byId(db: Queryable, id: string): Promise<Found> {
  const candidates = KINDS.map((kind) => `${kind}:${id}`);
  const [row] = await db.query<{ is_fact: boolean; is_correlation: boolean; entity: string | null }>(sql`
    SELECT EXISTS (SELECT FROM event_identity WHERE id = ${id}::uuid) AS is_fact,
      EXISTS (SELECT FROM event_log WHERE correlation_id = ${id}) AS is_correlation,
      (SELECT e FROM (SELECT entity_ids FROM event_log WHERE entity_ids && ${candidates}::text[] LIMIT 1) AS l,
        unnest(l.entity_ids) AS e WHERE e = ANY (${candidates}::text[]) LIMIT 1) AS entity`);
  if (row?.is_fact) return { kind: "fact", factId: id };
  if (row?.is_correlation) return { kind: "correlation", correlationId: id };
  return row?.entity ? { kind: "records", records: [{ entityId: row.entity, name: null }] } : NOTHING;
}

async function idOfNumber(db: Queryable, words: string): Promise<string | undefined> {
  const [, prefix, digits] = /^(bk|ev)-?(\d{1,9})$/i.exec(words) ?? [];
  if (prefix === undefined) return undefined;
  const number = Number(digits);
  const [row] =
    prefix.toLowerCase() === "bk"
      ? await db.query<{ id: string }>(sql`SELECT id FROM booking WHERE number = ${number}`)
      : await db.query<{ id: string }>(sql`SELECT id FROM event_instance WHERE number = ${number}`);
  return row?.id;
}

/** Names of the directory; the few chains that are named by a word (a handler) are found by the whole of it. */
async function byName(db: Queryable, words: string): Promise<Found> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const rows = await db.query<{ entity: string; name: string }>(sql`
    SELECT entity, name FROM (
      SELECT 'client:' || id AS entity, name FROM client WHERE name ILIKE ${pattern}
      UNION ALL SELECT 'location:' || id, name FROM location WHERE name ILIKE ${pattern}
      UNION ALL SELECT 'user:' || id, name FROM person WHERE name ILIKE ${pattern}
      UNION ALL SELECT 'kit-template:' || id, name FROM kit_template WHERE name ILIKE ${pattern}
      UNION ALL SELECT 'kit:' || id, code FROM kit_instance WHERE code ILIKE ${pattern}
      UNION ALL SELECT 'preparation-template:' || id, name FROM preparation_template WHERE name ILIKE ${pattern}) AS named
    ORDER BY lower(name) = lower(${words}) DESC, length(name), entity LIMIT ${NAMES_MAX}::integer`);
  if (rows.length > 0) {
    return { kind: "records", records: rows.map(({ entity, name }) => ({ entityId: entity, name })) };
  }
  const [chain] = await db.query<{ correlation_id: string }>(sql`
    SELECT correlation_id FROM event_log WHERE correlation_id = ${words} LIMIT 1`);
  return chain ? { kind: "correlation", correlationId: chain.correlation_id } : NOTHING;
}
