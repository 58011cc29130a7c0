import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { isUuid } from "@/values/ids";

/** What an id turned out to name. */
export type FoundId =
  | { readonly kind: "fact"; readonly factId: string }
  | { readonly kind: "correlation"; readonly correlationId: string }
  | { readonly kind: "record"; readonly entityId: string }
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
  "issue",
] as const;

const NOTHING: FoundId = { kind: "nothing" };

/** Says what an id, or a number as people say it (BK-1042, EV-221), names in the log. */
export async function findId(db: Queryable, words: string): Promise<FoundId> {
  const id = isUuid(words) ? words.toLowerCase() : await idOfNumber(db, words);
  if (id === undefined) return NOTHING;
  const candidates = KINDS.map((kind) => `${kind}:${id}`);
  const [row] = await db.query<{ is_fact: boolean; is_correlation: boolean; entity: string | null }>(sql`
    SELECT EXISTS (SELECT FROM event_identity WHERE id = ${id}::uuid) AS is_fact,
      EXISTS (SELECT FROM event_log WHERE correlation_id = ${id}) AS is_correlation,
      (SELECT e FROM (SELECT entity_ids FROM event_log WHERE entity_ids && ${candidates}::text[] LIMIT 1) AS l,
        unnest(l.entity_ids) AS e WHERE e = ANY (${candidates}::text[]) LIMIT 1) AS entity`);
  if (row?.is_fact) return { kind: "fact", factId: id };
  if (row?.is_correlation) return { kind: "correlation", correlationId: id };
  return row?.entity ? { kind: "record", entityId: row.entity } : NOTHING;
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
