import type { Queryable, Tx } from "@/db/database";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { HandlerName } from "@/domain-events/routing";

/** What a handler gets beside the fact. */
export interface HandlerContext {
  /** The delivery's own transaction: what is written through it commits with the receipt or not at all. */
  readonly tx: Tx;
  /** Aborted when the handler's time is up or the process stops; the transaction is lost then. */
  readonly signal: AbortSignal;
  /** True on a further run of a fact that an operator asked for; the fact's `metadata.replay` says so too. */
  readonly replay: boolean;
  /** False on a replay unless the operator asked for them in so many words: nobody is told anything then. */
  readonly sideEffects: boolean;
  /** The database's clock, ISO 8601 UTC with milliseconds. */
  readonly now: string;
  /** Causes above the fact; a command issued in reaction stands one deeper. The deepest of a slice. */
  readonly depth: number;
}

/**
 * Reacts to the facts that `routing.ts` sends it; its traits stand there as well.
 *
 * `handle` may run again for the same fact after any failure, but its database effects commit once. An error
 * with `permanent: true` is not tried again.
 */
export interface Handler {
  readonly name: HandlerName;
  handle(event: DomainEvent, context: HandlerContext): Promise<void>;
  /** For handlers that only fold: up to 25 facts in one transaction; when it throws, each is handled alone. */
  handleMany?(events: readonly DomainEvent[], context: HandlerContext): Promise<void>;
  /** Removes rows of its own whose time is over; at the start and every hour, in one process at a time. */
  purge?(db: Queryable): Promise<unknown>;
}
