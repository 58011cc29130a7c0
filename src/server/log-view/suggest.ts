import "server-only";
import type { Queryable } from "@/db/database";
import { plannedAnew, sql } from "@/db/sql";
import type { SuggestInput } from "./inputs";

export interface Suggestion {
  readonly id: string;
  readonly label: string;
  /** What tells two of the same name apart. */
  readonly hint: string;
}

const SUGGESTED_MAX = 20;
/** A source that is not among so many distinct ones is typed out. */
const SOURCES_MAX = 200;

/** What the filters by actor and by source may be set to. */
export function suggestions(db: Queryable, { kind, words }: SuggestInput): Promise<readonly Suggestion[]> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return kind === "actor" ? actors(db, pattern) : sources(db, pattern);
}

async function actors(db: Queryable, pattern: string): Promise<readonly Suggestion[]> {
  return db.query<{ id: string; label: string; hint: string }>(sql`
    SELECT id, label, hint FROM (
      SELECT 'system' AS id, 'Muster' AS label, 'the system itself' AS hint
      UNION ALL SELECT id::text, name, role FROM person) AS known
    WHERE label ILIKE ${pattern} ORDER BY label COLLATE "und-x-icu", id LIMIT ${SUGGESTED_MAX}::integer`);
}

/** The distinct sources of the whole log: one step of the index for each, never a scan. */
async function sources(db: Queryable, pattern: string): Promise<readonly Suggestion[]> {
  const rows = await db.query<{ source: string }>(
    plannedAnew(sql`
      WITH RECURSIVE known AS (
        (SELECT source, 1 AS found FROM event_log ORDER BY source LIMIT 1)
        UNION ALL
        SELECT n.source, k.found + 1 FROM known k
        CROSS JOIN LATERAL (SELECT source FROM event_log WHERE source > k.source ORDER BY source LIMIT 1) AS n
        WHERE k.found < ${SOURCES_MAX}::integer)
      SELECT source FROM known WHERE source ILIKE ${pattern} ORDER BY source`),
  );
  return rows.map(({ source }) => ({ id: source, label: source, hint: "" }));
}
