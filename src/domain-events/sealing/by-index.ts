import type { Database, Tx } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type pg from "pg";

const planByIndex = sql`
  SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
    set_config('enable_sort', 'off', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true)`;

/**
 * Reads a piece of the log in (xid, position) order by that index. Left to itself the planner guesses how many rows lie
 * behind a place, often a few where there are millions, and then reads and sorts all of a partition for every piece.
 */
export async function readByIndex<Row extends pg.QueryResultRow>(
  db: Database,
  statement: Sql,
): Promise<Row[]> {
  return db.transaction((tx) => readInOrder<Row>(tx, statement));
}

/** The same in an open transaction; the rest of it is planned by index as well. */
export async function readInOrder<Row extends pg.QueryResultRow>(tx: Tx, statement: Sql): Promise<Row[]> {
  const [, rows] = await Promise.all([tx.execute(planByIndex), tx.query<Row>(statement)]);
  return rows;
}
