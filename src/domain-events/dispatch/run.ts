import type { Database, Tx } from "@/db/database";
import { isConnectionLost } from "@/db/errors";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import { hasAppended } from "@/domain-events/log/append";
import { type HandlerName, type HandlerTraits, handlerTraits } from "@/domain-events/routing";
import { CRASHES_MAX, INTERRUPTED_DELAY_MS, replayDelayMs, retryDelayMs, UNKNOWN_DELAY_MS } from "./backoff";
import { asRun, type Delivery, isReplay } from "./delivery";
import { deliveryTransaction, LeaseLostError, ProcessStopsError } from "./delivery-transaction";
import type { LoadedFact } from "./facts";
import type { Handler, HandlerContext } from "./handler";
import {
  type FailedTry,
  type Limits,
  receiptsStatement,
  receiptStatement,
  takeByKeyStatement,
  takeManyStatement,
  takeStatement,
  type Taken,
} from "./settle";
import { HandlerTimeoutError, type TimeLimit } from "./time-limit";

/** What happened to a delivery, for the figures. */
export type Outcome = "done" | "lost" | "deferred" | FailedTry["outcome"];

export interface RunContext {
  readonly database: Database;
  readonly worker: string;
  readonly timeoutMs: number;
  readonly prepare: boolean;
  readonly stop: AbortSignal;
  terminate(processId: number): Promise<void>;
  /** A transaction with new facts was committed. */
  appended(): void;
  random(): number;
}

/** How a try ended: committed, or to be put on record. */
export type Ending =
  | { readonly kind: "done" }
  | { readonly kind: "lost" }
  | { readonly kind: "deferred"; readonly delayMs: number; readonly reason: string }
  | { readonly kind: "failed"; readonly failed: FailedTry };

/** Runs one delivery: take, handle, receipt, commit. Never rejects. */
export async function runOne(
  handler: Handler,
  one: Delivery,
  fact: LoadedFact | undefined,
  context: RunContext,
): Promise<Ending> {
  const refused = refusal(one, fact);
  if (refused) return refused;
  if (!fact?.read.known) return { kind: "lost" };
  const event = asRun(fact.read.event, one);
  const limits = limitsOf(handler, context);
  let startedAt: Date | null = null;
  let appended = false;
  try {
    await deliveryTransaction(
      context.database,
      {
        first: takeStatement(one, limits),
        work: async (tx, first, limit) => {
          const taken: Taken | undefined =
            first.rows[0] ?? (await tx.query<Taken>(takeByKeyStatement(one, limits)))[0];
          if (!taken) throw new LeaseLostError();
          startedAt = taken.started_at;
          await handler.handle(event, handlerContext(tx, limit, [one], startedAt, fact.depth));
          appended = hasAppended(tx);
          return receiptStatement(one, startedAt, context.worker);
        },
      },
      context,
    );
  } catch (error) {
    return failure(error, one, startedAt, context.random());
  }
  if (appended) context.appended();
  return { kind: "done" };
}

/**
 * Runs a slice in one transaction. Resolves to undefined when it did not commit, for whatever reason: each
 * member is then run alone, which finds out which one it was.
 */
export async function runSlice(
  handler: Handler & { handleMany: NonNullable<Handler["handleMany"]> },
  slice: readonly Delivery[],
  facts: ReadonlyMap<string, LoadedFact>,
  context: RunContext,
): Promise<Date | undefined> {
  const events: DomainEvent[] = [];
  let depth = 0;
  for (const one of slice) {
    const fact = facts.get(one.eventId);
    if (!fact?.read.known || one.crashes >= CRASHES_MAX) return undefined;
    events.push(asRun(fact.read.event, one));
    depth = Math.max(depth, fact.depth);
  }
  const limits = limitsOf(handler, context);
  let startedAt: Date | undefined;
  let appended = false;
  try {
    await deliveryTransaction(
      context.database,
      {
        first: takeManyStatement(slice, limits),
        work: async (tx, first, limit) => {
          const taken: Taken | undefined = first.rows[0];
          if (!taken || !areThese(slice, first.rows)) throw new LeaseLostError();
          startedAt = taken.started_at;
          await handler.handleMany(events, handlerContext(tx, limit, slice, startedAt, depth));
          appended = hasAppended(tx);
          return receiptsStatement(slice, startedAt, context.worker);
        },
      },
      context,
    );
  } catch {
    return undefined;
  }
  if (appended) context.appended();
  return startedAt;
}

/** Whether what was removed are exactly the deliveries of the slice. */
function areThese(slice: readonly Delivery[], rows: readonly Taken[]): boolean {
  const removed = new Set(rows.map((row) => row.position));
  return rows.length === slice.length && slice.every((one) => removed.has(one.position));
}

function limitsOf(handler: Handler, context: RunContext): Limits {
  return { timeoutMs: context.timeoutMs, durable: traitsOf(handler.name).kind === "external" };
}

function traitsOf(name: HandlerName): HandlerTraits {
  return handlerTraits[name];
}

function handlerContext(
  tx: Tx,
  limit: TimeLimit,
  deliveries: readonly Delivery[],
  startedAt: Date,
  depth: number,
): HandlerContext {
  return {
    tx,
    depth,
    replay: deliveries.some(isReplay),
    sideEffects: deliveries.every((one) => one.sideEffects),
    now: startedAt.toISOString(),
    get signal() {
      return limit.signal;
    },
  };
}

/** Why the handler is not called at all, if it is not. */
function refusal(one: Delivery, fact: LoadedFact | undefined): Ending | undefined {
  const dead = (error: string): Ending => ({
    kind: "failed",
    failed: {
      outcome: "dead",
      error,
      ran: false,
      counts: false,
      suspect: one.suspect,
      startedAt: null,
      delayMs: undefined,
    },
  });
  if (one.crashes >= CRASHES_MAX)
    return dead(`${one.crashes} workers died while each ran this delivery alone.`);
  if (!fact) return dead("The fact is not in the log.");
  if (fact.read.known) return undefined;
  const { reason, problems } = fact.read;
  if (reason === "malformed") return dead(`The fact breaks its schema: ${problems.join("; ")}`);
  return {
    kind: "deferred",
    delayMs: UNKNOWN_DELAY_MS,
    reason: `Not known to this release: ${problems.join("; ")}`,
  };
}

/** Marks an error that trying again cannot cure, wherever in the chain of causes it stands. */
function isPermanent(error: unknown, level = 0): boolean {
  if (!(error instanceof Error) || level > 8) return false;
  return ("permanent" in error && error.permanent === true) || isPermanent(error.cause, level + 1);
}

/**
 * A lost connection says nothing about the handler the first time: it is tried again soon, alone. Alone, and with this
 * process alive, it counts like any other failure. What ended before the handler was called, or because the process
 * stops, leaves everything as it was.
 */
function failure(error: unknown, one: Delivery, startedAt: Date | null, random: number): Ending {
  if (error instanceof LeaseLostError) return { kind: "lost" };
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const failed = (
    outcome: FailedTry["outcome"],
    rest: Omit<FailedTry, "outcome" | "error" | "startedAt">,
  ) => ({
    kind: "failed" as const,
    failed: {
      ...rest,
      startedAt,
      error: text,
      outcome: rest.delayMs === undefined ? "dead" : outcome,
    },
  });
  const spared = {
    ran: startedAt !== null,
    counts: false,
    suspect: one.suspect,
    delayMs: INTERRUPTED_DELAY_MS,
  };
  const backOff = isReplay(one) ? replayDelayMs : retryDelayMs;
  const counted = { ran: true, counts: true, delayMs: backOff(one.failures + 1, random) };
  if (error instanceof ProcessStopsError) return failed("interrupted", spared);
  if (isConnectionLost(error)) {
    if (startedAt === null) return failed("interrupted", spared);
    return failed("interrupted", { ...(one.suspect ? counted : spared), suspect: true });
  }
  if (isPermanent(error)) return failed("dead", { ...counted, suspect: false, delayMs: undefined });
  return failed(error instanceof HandlerTimeoutError ? "timeout" : "failed", { ...counted, suspect: false });
}
