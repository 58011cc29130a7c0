import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/generated/prisma/client";
import { boundPrisma, type TxPrisma } from "./bound-prisma";
import { isAbortedTransaction, isConnectionLost } from "./errors";
import type { Sql } from "./sql";
import { nameStatement } from "./statement-names";
import { markTransaction, TransactionOverError } from "./transaction-over";

/** Runs single statements; each call resolves to the rows, typed by the caller who wrote the statement. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(statement: Sql): Promise<Row[]>;
  /** Resolves to the number of rows that the statement touched. */
  execute(statement: Sql): Promise<number>;
}

/**
 * An open transaction: raw statements and Prisma model calls on the same connection. Statements that do not need
 * each other's answers may be sent with `Promise.all`; they run in the order in which they were sent.
 */
export interface Tx extends Queryable {
  readonly prisma: TxPrisma;
}

export interface TransactionOptions {
  /** Milliseconds the server may spend on any one statement of this transaction; the role's own limit otherwise. */
  readonly statementTimeoutMs?: number;
  /**
   * True plans each statement once per connection, whatever its values. For transactions of statements that find
   * their rows by key: planning the search for clashes anew costs ten times what running it does.
   */
  readonly keepsPlans?: boolean;
}

/** A pool of connections and the Prisma client that reads through it. */
export interface Database extends Queryable {
  readonly pool: pg.Pool;
  /** False behind a pooler that does not track prepared statements. */
  readonly prepare: boolean;
  readonly prisma: PrismaClient;
  /** Commits when `run` resolves, rolls back when it rejects; a connection in doubt is thrown away. */
  transaction<T>(run: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most. */
  readonly max: number;
  readonly applicationName: string;
  /** Milliseconds a caller waits for a free connection before it is refused. Default 5,000. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds the server may spend on one statement. Default 15,000. */
  readonly statementTimeoutMs?: number;
  /**
   * Milliseconds after which a statement without an answer counts as a lost connection. Default: 5,000 more than the
   * server may spend. Needs to be longer where transactions set themselves longer limits.
   */
  readonly answerTimeoutMs?: number;
  /** False behind a pooler that does not track prepared statements. Default true. */
  readonly prepare?: boolean;
}

export interface OpenTx {
  readonly tx: Tx;
  /** To be called before COMMIT or ROLLBACK is sent; from then on the transaction refuses everything. */
  end(): void;
}

/** The transaction that is open on this connection, for whoever said BEGIN on it. */
export function openTx(client: pg.PoolClient, prepare: boolean): OpenTx {
  const { query, execute } = queryable(client, prepare);
  let first: unknown;
  let isOver = false;
  markTransaction(client, "open");
  const assertOpen = () => {
    if (isOver) throw new TransactionOverError();
  };
  // What was sent behind a failing statement fails as well; the caller is told of the one that mattered.
  const explained = async <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
    assertOpen();
    try {
      return await send();
    } catch (error) {
      first ??= error;
      throw isAbortedTransaction(error) ? first : error;
    }
  };
  return {
    tx: {
      query: <Row extends pg.QueryResultRow>(statement: Sql) => explained(() => query<Row>(statement)),
      execute: (statement) => explained(() => execute(statement)),
      get prisma() {
        assertOpen();
        return boundPrisma(client, prepare);
      },
    },
    end: () => {
      isOver = true;
      markTransaction(client, "over");
    },
  };
}

function queryable(runner: pg.Pool | pg.PoolClient, prepare: boolean): Queryable {
  async function run<Row extends pg.QueryResultRow>(statement: Sql): Promise<pg.QueryResult<Row>> {
    const { text, name, values } = statement;
    return runner.query<Row>({ text, values: [...values], ...(prepare && { name }) });
  }
  async function query<Row extends pg.QueryResultRow>(statement: Sql): Promise<Row[]> {
    return (await run<Row>(statement)).rows;
  }
  return { query, execute: async (statement) => (await run(statement)).rowCount ?? 0 };
}

function createPool(options: DatabaseOptions): pg.Pool {
  const statementTimeoutMs = options.statementTimeoutMs ?? 15_000;
  const pool = new pg.Pool({
    connectionString: options.url,
    // Statements sent without waiting for one another travel together: four journeys a command, not a dozen.
    pipeline: true,
    max: options.max,
    application_name: options.applicationName,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    // A connection that went half-open reports nothing: the server's own limit has passed long before this one.
    query_timeout: options.answerTimeoutMs ?? (statementTimeoutMs === 0 ? 0 : statementTimeoutMs + 5_000),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // An idle connection that the server closes reports it on the pool, one that is being handed out on itself;
  // without a listener the process would end.
  pool.on("error", ignoreLoss);
  pool.on("connect", (client) => client.on("error", ignoreLoss));
  return pool;
}

/** Opens nothing yet: connections are made on first use. Throws nothing. */
export function createDatabase(options: DatabaseOptions): Database {
  const prepare = options.prepare ?? true;
  const pool = createPool(options);
  const adapter = new PrismaPg(pool, prepare ? { statementNameGenerator: nameStatement } : {});
  const prisma = new PrismaClient({ adapter });

  async function transaction<T>(run: (tx: Tx) => Promise<T>, limits: TransactionOptions = {}): Promise<T> {
    const client = await pool.connect();
    const open = openTx(client, prepare);
    let broken: Error | undefined;
    try {
      // Sent ahead of the first statement; where it fails, so does that one.
      const begun = begin(client, limits);
      const [result] = await Promise.all([run(open.tx), begun]);
      open.end();
      await commit(client);
      return result;
    } catch (error) {
      open.end();
      broken = await rollback(client, error);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    ...queryable(pool, prepare),
    pool,
    prepare,
    prisma,
    transaction,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

function ignoreLoss(): void {
  // The statement in flight, or the next one, rejects with the same error.
}

/** One message, whatever the limits: the server answers each message of its own at a price. */
async function begin(client: pg.PoolClient, limits: TransactionOptions): Promise<void> {
  const statements = ["BEGIN"];
  if (limits.statementTimeoutMs !== undefined) {
    statements.push(`SET LOCAL statement_timeout = ${Math.ceil(limits.statementTimeoutMs)}`);
  }
  if (limits.keepsPlans) statements.push("SET LOCAL plan_cache_mode = force_generic_plan");
  await client.query(statements.join("; "));
}

/** Postgres answers the COMMIT of a transaction in which a statement failed with a silent ROLLBACK. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query("COMMIT");
  if (command !== "COMMIT") {
    throw new Error("The transaction was rolled back: an error of one of its statements was swallowed.");
  }
}

/** Resolves to an error when the connection must not go back to the pool. */
async function rollback(client: pg.PoolClient, cause: unknown): Promise<Error | undefined> {
  if (isConnectionLost(cause)) return new Error("connection lost", { cause });
  try {
    await client.query("ROLLBACK");
    return undefined;
  } catch (error) {
    return new Error("rollback failed", { cause: error });
  }
}
