import { setTimeout as pause } from "node:timers/promises";
import type { Queryable } from "@/db/database";
import { isConnectionLost } from "@/db/errors";
import type { HandlerName } from "@/domain-events/routing";
import { reconnectDelayMs } from "./backoff";
import type { Delivery } from "./delivery";
import type { DispatcherLogger } from "./dispatcher";
import type { LoadedFact } from "./facts";
import type { Handler } from "./handler";
import { type Ending, type Outcome, type RunContext, runOne, runSlice } from "./run";
import { defer, type FailedTry, markStart, recordFailure, release } from "./settle";
import { SLICE_MAX, type Work } from "./work";

export interface WorkContext extends RunContext {
  readonly engine: Queryable;
  readonly handlers: ReadonlyMap<HandlerName, Handler>;
  readonly leaseMs: number;
  readonly logger: DispatcherLogger;
  /** What this process has leased; whatever is settled or given back leaves it. */
  readonly held: Set<Delivery>;
  /** True when nothing new may be begun. */
  stopping(): boolean;
  settled(one: Delivery, outcome: Outcome): void;
}

type Facts = ReadonlyMap<string, LoadedFact>;

/** Works off its deliveries in order. A failure is data: it ends the run of that order key and nothing else. */
export async function workOff(work: Work, facts: Facts, context: WorkContext): Promise<void> {
  const handler = context.handlers.get(work.handler);
  if (!handler) return giveBack(work.deliveries, context);
  if (work.kind === "slice") return workOffSlices(handler, work.deliveries, facts, context);
  await workOffSingly(handler, work.deliveries, facts, context);
}

async function workOffSlices(
  handler: Handler,
  deliveries: readonly Delivery[],
  facts: Facts,
  context: WorkContext,
): Promise<void> {
  const ended = new Set<string>();
  for (let from = 0; from < deliveries.length; from += SLICE_MAX) {
    const slice = deliveries.slice(from, from + SLICE_MAX).filter((one) => !ended.has(one.orderKey));
    if (slice.length === 0) continue;
    if (context.stopping()) {
      await giveBack(slice, context);
      continue;
    }
    const startedAt = canFold(handler) ? await runSlice(handler, slice, facts, context) : undefined;
    if (startedAt) for (const one of slice) settle(one, "done", context);
    else await workOffSingly(handler, slice, facts, context, ended);
  }
}

type Folding = Handler & { handleMany: NonNullable<Handler["handleMany"]> };

function canFold(handler: Handler): handler is Folding {
  return handler.handleMany !== undefined;
}

async function workOffSingly(
  handler: Handler,
  deliveries: readonly Delivery[],
  facts: Facts,
  context: WorkContext,
  ended: Set<string> = new Set(),
): Promise<void> {
  for (const [index, one] of deliveries.entries()) {
    if (ended.has(one.orderKey)) continue;
    const goesOn = !context.stopping() && (await workOffOne(handler, one, facts, context));
    if (goesOn) continue;
    ended.add(one.orderKey);
    const rest = deliveries
      .slice(index)
      .filter((other) => other.orderKey === one.orderKey && context.held.has(other));
    await giveBack(rest, context);
  }
}

/** Resolves to true when the next delivery of the same order key may follow. */
async function workOffOne(
  handler: Handler,
  one: Delivery,
  facts: Facts,
  context: WorkContext,
): Promise<boolean> {
  const ending = await tryOne(handler, one, facts, context);
  if (ending.kind === "done") {
    settle(one, "done", context);
    return true;
  }
  if (ending.kind === "failed") {
    const written = await persist(
      () => recordFailure(context.engine, one, ending.failed, context.worker),
      context,
    );
    report(one, ending.failed, written, context);
    settle(one, written === false ? "lost" : ending.failed.outcome, context);
    return false;
  }
  if (ending.kind === "deferred") {
    await persist(() => defer(context.engine, one, ending.delayMs, ending.reason), context);
    context.logger.warn({ eventId: one.eventId, type: one.type, handler: one.handler }, ending.reason);
  }
  settle(one, ending.kind, context);
  return false;
}

async function tryOne(handler: Handler, one: Delivery, facts: Facts, context: WorkContext): Promise<Ending> {
  if (one.suspect) {
    const marked = await persist(() => markStart(context.engine, one), context);
    if (marked !== true) return { kind: "lost" };
  }
  return runOne(handler, one, facts.get(one.eventId), context);
}

function settle(one: Delivery, outcome: Outcome, context: WorkContext): void {
  context.held.delete(one);
  context.settled(one, outcome);
}

function report(one: Delivery, failed: FailedTry, written: boolean | undefined, context: WorkContext): void {
  const details = { eventId: one.eventId, type: one.type, handler: one.handler, error: failed.error };
  if (written === undefined) {
    context.logger.error(details, "A failed try could not be put on record; the delivery stays leased.");
  } else if (failed.outcome === "dead") {
    context.logger.error(details, "A delivery is dead.");
  } else {
    context.logger.warn(
      { ...details, delayMs: failed.delayMs },
      "A delivery failed and will be tried again.",
    );
  }
}

/** Leases given back without counting; when even that fails they run out by themselves. */
export async function giveBack(deliveries: readonly Delivery[], context: WorkContext): Promise<void> {
  for (const one of deliveries) context.held.delete(one);
  await persist(() => release(context.engine, deliveries), context);
}

/**
 * Writes something that must not be lost to a database that is just restarting: tries again for as long as the
 * lease can last. Resolves to undefined when it gave up.
 */
async function persist<T>(write: () => Promise<T>, context: WorkContext): Promise<T | undefined> {
  const until = Date.now() + context.leaseMs;
  for (let tries = 0; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (!isConnectionLost(error) || Date.now() > until || context.stop.aborted) {
        context.logger.error({ error: String(error) }, "The outcome of a delivery could not be written.");
        return undefined;
      }
      await pause(reconnectDelayMs(tries, context.random()));
    }
  }
}
