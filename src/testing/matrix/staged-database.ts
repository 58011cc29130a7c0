import type pg from "pg";
import type { Database, Queryable, Tx } from "@/db/database";
import { boundPrisma } from "@/db/bound-prisma";
import type { Sql } from "@/db/sql";

/** A database of which single steps can be undone, so that every cell meets the same world. */
export interface StagedDatabase {
  /** What the code under test uses. */
  readonly database: Database;
  /** Runs with one connection for everything, and undoes all of it. Transactions become savepoints. */
  rolledBack<T>(run: (inside: Inside) => Promise<T>): Promise<T>;
}

export interface Inside extends Queryable {
  /** Whether any statement has reached the database. */
  isTouched(): boolean;
}

/** Model calls outside of transactions are reads: they go on looking at what is committed. */
export function stageDatabase(real: Database): StagedDatabase {
  let current: Pick<Database, "query" | "execute" | "transaction"> = real;
  return {
    database: {
      prepare: false,
      pool: real.pool,
      prisma: real.prisma,
      close: () => real.close(),
      query: (statement) => current.query(statement),
      execute: (statement) => current.execute(statement),
      transaction: (run, options) => current.transaction(run, options),
    },
    async rolledBack(run) {
      let opened: Promise<pg.PoolClient> | undefined;
      const open = () => (opened ??= begin(real.pool));
      const inside = onOneConnection(open);
      current = inside;
      try {
        return await run({ ...inside, isTouched: () => opened !== undefined });
      } finally {
        current = real;
        const client = await opened;
        await client?.query("ROLLBACK");
        client?.release();
      }
    },
  };
}

async function begin(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  await client.query("BEGIN");
  return client;
}

/** Opened by the first statement. */
function onOneConnection(
  open: () => Promise<pg.PoolClient>,
): Pick<Database, "query" | "execute" | "transaction"> {
  let last: Promise<unknown> = Promise.resolve();
  /** One after another: a connection runs one statement at a time. */
  function run<Row extends pg.QueryResultRow>({ text, values }: Pick<Sql, "text" | "values">) {
    const next = last.then(async () => (await open()).query<Row>({ text, values: [...values] }));
    last = next.catch(() => undefined);
    return next;
  }
  const say = (text: string) => run({ text, values: [] });
  const queries: Queryable = {
    query: async <Row extends pg.QueryResultRow>(statement: Sql) => (await run<Row>(statement)).rows,
    execute: async (statement) => (await run(statement)).rowCount ?? 0,
  };
  return {
    ...queries,
    async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      await say("SAVEPOINT staged");
      try {
        const result = await work({ ...queries, prisma: boundPrisma(await open(), false) });
        await say("RELEASE SAVEPOINT staged");
        return result;
      } catch (error) {
        await say("ROLLBACK TO SAVEPOINT staged");
        throw error;
      }
    },
  };
}
