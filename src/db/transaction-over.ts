import type pg from "pg";

/** Something was sent through a transaction that is over: it would have been committed by itself. */
export class TransactionOverError extends Error {
  constructor() {
    super("The transaction is over: a statement came after its end.");
    this.name = "TransactionOverError";
  }
}

const over = new WeakSet<pg.PoolClient>();

/** Notes whether a transaction is open on this connection, for what is sent on it by other ways than its `Tx`. */
export function markTransaction(client: pg.PoolClient, state: "open" | "over"): void {
  if (state === "over") over.add(client);
  else over.delete(client);
}

/** Throws `TransactionOverError` between the end of one transaction on this connection and the next. */
export function assertTransaction(client: pg.PoolClient): void {
  if (over.has(client)) throw new TransactionOverError();
}
