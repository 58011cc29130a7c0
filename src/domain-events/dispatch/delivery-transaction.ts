import type { Duplex } from "node:stream";
import pg from "pg";
import { type Database, type OpenTx, openTx, type Tx } from "@/db/database";
import { isConnectionLost } from "@/db/errors";
import type { Sql } from "@/db/sql";

/** Raised inside a delivery's transaction when its lease is gone: everything is rolled back and forgotten. */
export class LeaseLostError extends Error {
  constructor() {
    super("The lease was lost: another worker has this delivery.");
    this.name = "LeaseLostError";
  }
}

/** The handler did not finish in time. Its connection was thrown away and its server process ended. */
export class HandlerTimeoutError extends Error {
  constructor(timeoutMs: number) {
    super(`The handler did not finish within ${timeoutMs} ms.`);
    this.name = "HandlerTimeoutError";
  }
}

/** The process may wait no longer for a delivery that is under way: it goes to another one, or to the next start. */
export class ProcessStopsError extends Error {
  constructor() {
    super("The process stops.");
    this.name = "ProcessStopsError";
  }
}

export interface DeliveryTransactionOptions {
  readonly timeoutMs: number;
  readonly prepare: boolean;
  /** Aborted from outside when the process may wait no longer. */
  readonly stop: AbortSignal;
  /** Ends the server process behind a connection that was given up, so that its row locks go. */
  terminate(processId: number): Promise<void>;
}

export interface DeliveryTransactionSteps {
  /** Sent together with BEGIN. */
  readonly first: Sql;
  work(tx: Tx, first: pg.QueryResult, signal: AbortSignal): Promise<Sql>;
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
  const limit = timeLimit(options);
  let broken: Error | undefined;
  try {
    await limit.race(inTransaction(client, open, steps, options, limit.signal));
  } catch (error) {
    open.end();
    broken = await abandon(client, error, limit.signal.aborted, options);
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
  signal: AbortSignal,
): Promise<void> {
  const [, first] = await both(client, "BEGIN", message(steps.first, options.prepare));
  const last = await steps.work(open.tx, first, signal);
  if (signal.aborted) throw signal.reason;
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

function timeLimit({ timeoutMs, stop }: DeliveryTransactionOptions) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new HandlerTimeoutError(timeoutMs)), timeoutMs);
  const onStop = () => controller.abort(stop.reason);
  stop.addEventListener("abort", onStop);
  const { signal } = controller;
  let onAbort: (() => void) | undefined;
  return {
    signal,
    race: (work: Promise<void>): Promise<void> => {
      // What the loser rejects with later is nobody's business any more.
      work.catch(() => undefined);
      const aborted = new Promise<never>((_, reject) => {
        onAbort = () => reject(signal.reason);
        signal.addEventListener("abort", onAbort);
      });
      return Promise.race([work, aborted]);
    },
    clear: () => {
      clearTimeout(timer);
      stop.removeEventListener("abort", onStop);
      if (onAbort) signal.removeEventListener("abort", onAbort);
    },
  };
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
