import type { Duplex } from "node:stream";
import pg from "pg";
import { type Database, type OpenTx, openTx, type Tx } from "@/db/database";
import { isConnectionLost } from "@/db/errors";
import type { Sql } from "@/db/sql";
import { TimeLimit, type TimeLimitOptions } from "./time-limit";

/** Raised inside a delivery's transaction when its lease is gone: everything is rolled back and forgotten. */
export class LeaseLostError extends Error {
  constructor() {
    super("The lease was lost: another worker has this delivery.");
    this.name = "LeaseLostError";
  }
}

/** The process may wait no longer for a delivery that is under way: it goes to another one, or to the next start. */
export class ProcessStopsError extends Error {
  constructor() {
    super("The process stops.");
    this.name = "ProcessStopsError";
  }
}

export interface DeliveryTransactionOptions extends TimeLimitOptions {
  readonly prepare: boolean;
  /** Ends the server process behind a connection that was given up, so that its row locks go. */
  terminate(processId: number): Promise<void>;
}

export interface DeliveryTransactionSteps {
  /** Sent together with BEGIN. */
  readonly first: Sql;
  work(tx: Tx, first: pg.QueryResult, limit: TimeLimit): Promise<Sql>;
}

/**
 * One delivery's transaction: BEGIN and the first statement travel together, and so do the last statement (what
 * `work` resolves to) and COMMIT, on a connection that can pipeline.
 *
 * Rejects with `HandlerTimeoutError` when time is up, whatever the handler is doing: the connection is not used
 * again then, so a handler that wakes up later cannot write into somebody else's transaction.
 */
export async function deliveryTransaction(
  database: Database,
  steps: DeliveryTransactionSteps,
  options: DeliveryTransactionOptions,
): Promise<void> {
  const client = await database.pool.connect();
  const open = openTx(client, options.prepare);
  const limit = new TimeLimit(options);
  let broken: Error | undefined;
  try {
    await limit.race(inTransaction(client, open, steps, options, limit));
  } catch (error) {
    open.end();
    broken = await abandon(client, error, limit.isOver, options);
    throw error;
  } finally {
    limit.clear();
    client.release(broken);
  }
}

async function inTransaction(
  client: pg.PoolClient,
  open: OpenTx,
  steps: DeliveryTransactionSteps,
  options: DeliveryTransactionOptions,
  limit: TimeLimit,
): Promise<void> {
  const [, first] = await both(client, "BEGIN", message(steps.first, options.prepare));
  const last = await steps.work(open.tx, first, limit);
  if (limit.isOver) throw limit.reason;
  open.end();
  await both(client, message(last, options.prepare), "COMMIT");
}

type Message = string | pg.QueryConfig;

/** Two statements in one journey where the connection can, else one after the other; fails with the first failure. */
async function both(
  client: pg.PoolClient,
  one: Message,
  other: Message,
): Promise<[pg.QueryResult, pg.QueryResult]> {
  if (!client.pipeline) return [await send(client, one), await send(client, other)];
  const stream = streamOf(client);
  stream?.cork();
  const answers = [send(client, one), send(client, other)] as const;
  stream?.uncork();
  const [first, second] = await Promise.allSettled(answers);
  if (first.status === "rejected") throw first.reason;
  if (second.status === "rejected") throw second.reason;
  return [first.value, second.value];
}

/** Corked, both statements leave in one write: half the system calls on either side. */
function streamOf(client: pg.PoolClient): Duplex | undefined {
  const connection: unknown = Reflect.get(client, "connection");
  return connection instanceof pg.Connection ? connection.stream : undefined;
}

function send(client: pg.PoolClient, query: Message): Promise<pg.QueryResult> {
  return typeof query === "string" ? client.query(query) : client.query(query);
}

function message(statement: Sql, prepare: boolean): pg.QueryConfig {
  return { text: statement.text, values: [...statement.values], ...(prepare && { name: statement.name }) };
}

/** Resolves to an error when the connection must not go back to the pool. */
async function abandon(
  client: pg.PoolClient,
  cause: unknown,
  timeIsUp: boolean,
  options: DeliveryTransactionOptions,
): Promise<Error | undefined> {
  if (timeIsUp) {
    const processId = Reflect.get(client, "processID");
    if (typeof processId === "number") await options.terminate(processId).catch(() => undefined);
    return new Error("given up", { cause });
  }
  if (isConnectionLost(cause)) return new Error("connection lost", { cause });
  try {
    await client.query("ROLLBACK");
    return undefined;
  } catch (error) {
    return new Error("rollback failed", { cause: error });
  }
}
