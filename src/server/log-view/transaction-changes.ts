import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";

/** Rows written by a transaction so far, by table; partitions count for their parent. */
export type Changes = Map<string, RowCounts>;

interface RowCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
}

/** What would change in one table. */
export interface TableChanges extends RowCounts {
  readonly table: string;
  /** Keys of the rows that were added or changed, at most 20; null where the table is too large to look through. */
  readonly keys: readonly string[] | null;
}

const KEYS_MAX = 20;

/** Rows of a table beyond which nobody looks through all of it for twenty keys. */
const LOOKED_THROUGH_MAX = 1_000_000;

interface CountRow extends RowCounts {
  readonly table: string;
}

/** As the server counts them for this connection; a savepoint that was rolled back is still in it. */
export async function changesSoFar(tx: Tx): Promise<Changes> {
  const rows = await tx.query<CountRow>(sql`
    SELECT coalesce(pg_partition_root(s.relid), s.relid)::regclass::text AS "table",
      sum(s.n_tup_ins)::integer AS inserted, sum(s.n_tup_upd)::integer AS updated,
      sum(s.n_tup_del)::integer AS deleted
    FROM pg_stat_xact_user_tables s
    WHERE s.n_tup_ins + s.n_tup_upd + s.n_tup_del > 0 GROUP BY 1`);
  return new Map(rows.map(({ table, ...counts }) => [table, counts]));
}

const NONE: RowCounts = { inserted: 0, updated: 0, deleted: 0 };

/** Adds to the total what came between two counts. */
export function addChanges(total: Changes, before: Changes, after: Changes): void {
  for (const [table, now] of after) {
    const then = before.get(table) ?? NONE;
    const sum = total.get(table) ?? NONE;
    const next = {
      inserted: sum.inserted + now.inserted - then.inserted,
      updated: sum.updated + now.updated - then.updated,
      deleted: sum.deleted + now.deleted - then.deleted,
    };
    if (next.inserted + next.updated + next.deleted > 0) total.set(table, next);
  }
}

/** The tables by name, with keys of the rows. */
export async function rowsOf(tx: Tx, total: Changes): Promise<readonly TableChanges[]> {
  const tables: TableChanges[] = [];
  for (const [table, counts] of [...total].sort(([a], [b]) => (a < b ? -1 : 1))) {
    tables.push({ table, ...counts, keys: await keysOf(tx, table) });
  }
  return tables;
}

async function keysOf(tx: Tx, table: string): Promise<readonly string[] | null> {
  if (table === "event_log") return loggedKeys(tx);
  const [size] = await tx.query<{ rows: number }>(sql`
    SELECT reltuples::double precision AS rows FROM pg_class WHERE oid = ${table}::regclass`);
  if (!size || size.rows > LOOKED_THROUGH_MAX) return null;
  const rows = await tx.query<{ key: Record<string, unknown> }>(sql`
    SELECT key FROM rows_of_this_transaction(${table}::regclass, ${KEYS_MAX}::integer) AS key`);
  return rows.map(({ key }) => Object.values(key).map(String).join(" "));
}

/** The log has an index on the transaction. */
async function loggedKeys(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.query<{ key: string }>(sql`
    SELECT type || ' ' || id AS key FROM event_log
    WHERE xid = pg_current_xact_id() ORDER BY position LIMIT ${KEYS_MAX}::integer`);
  return rows.map(({ key }) => key);
}
