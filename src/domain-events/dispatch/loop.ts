import type { Database } from "@/db/database";
import { isConnectionLost } from "@/db/errors";
import { sql } from "@/db/sql";
import { reconnectDelayMs } from "./backoff";
import { createBehind } from "./behind";
import { claim, leftOf } from "./claim";
import type { Delivery } from "./delivery";
import { ProcessStopsError } from "./delivery-transaction";
import type { DispatcherOptions, DispatcherStats } from "./dispatcher";
import { type LoadedFact, loadFacts } from "./facts";
import { createRounds } from "./rounds";
import type { Outcome } from "./run";
import { nothingDue } from "./settled";
import { wake } from "./wake";
import { planWork, type Work } from "./work";
import { giveBack, workOff, type WorkContext } from "./work-off";

/** Waiting work below which the next claim is made, per slot: enough that no slot ever waits for a claim. */
const WAITING_PER_SLOT = 1;

/** Between two claims of one round that found nothing: order keys by the thousand that give nothing are no hurry. */
const EMPTY_PAUSE_MS = 5;

export interface DispatchLoop {
  /** Look now: something may be due. */
  kick(): void;
  held(): readonly Delivery[];
  stats(): Omit<DispatcherStats, "listening">;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

type Loaded = Work & { readonly facts: ReadonlyMap<string, LoadedFact> };

/**
 * Claims while slots are free and works off what was claimed. One claim is on its way at a time; whatever asks
 * for another meanwhile gets it right after.
 */
export function startLoop(id: string, engine: Database, options: DispatcherOptions): DispatchLoop {
  const concurrency = options.concurrency ?? 8;
  const leaseMs = options.leaseMs ?? 60_000;
  const pollMs = options.pollMs ?? 1_000;
  const logger = options.logger ?? { info: ignore, warn: ignore, error: ignore };
  const handlers = new Map(options.handlers.map((handler) => [handler.name, handler]));
  const aborter = new AbortController();
  const held = new Set<Delivery>();
  const counts = { done: 0, failed: 0, dead: 0, lost: 0 };
  const done = new WeakSet<Delivery>();
  const behind = createBehind();
  const rounds = createRounds(options.handlers.map(({ name }) => name));
  let waiting: Loaded[] = [];
  let suspects: Loaded[] = [];
  let running = 0;
  let suspectRunning = false;
  let claiming: Promise<void> | undefined;
  let barren = false;
  let stopping = false;
  let failures = 0;
  let claims = 0;
  let timer: NodeJS.Timeout | undefined;
  let onFree: (() => void)[] = [];

  const context: WorkContext = {
    engine,
    handlers,
    leaseMs,
    logger,
    held,
    database: options.database,
    worker: id,
    timeoutMs: options.handlerTimeoutMs ?? 30_000,
    prepare: options.database.prepare,
    stop: aborter.signal,
    random: Math.random,
    stopping: () => stopping,
    appended: wake,
    terminate: async (processId) => {
      await engine.query(sql`SELECT pg_terminate_backend(${processId})`);
    },
    settled: (one, outcome) => {
      count(outcome);
      if (outcome !== "done") return;
      done.add(one);
      options.onDone?.(one.eventId, one.handler);
    },
  };

  function count(outcome: Outcome): void {
    if (outcome === "done" || outcome === "dead" || outcome === "lost") counts[outcome] += 1;
    else if (outcome !== "deferred") counts.failed += 1;
  }

  function kick(): void {
    rounds.announce();
    fill();
  }

  function fill(): void {
    if (stopping || claiming || waiting.length >= concurrency * WAITING_PER_SLOT) return;
    clearTimeout(timer);
    claiming = claimOnce().finally(() => {
      claiming = undefined;
      pump();
    });
  }

  async function claimOnce(): Promise<void> {
    claims += 1;
    behind.claimBegins();
    try {
      const found = await claim(engine, { worker: id, leaseMs, after: rounds.begin() });
      for (const one of found.deliveries) held.add(one);
      rounds.end(found.frontiers, leftOf(found.deliveries));
      for (const handler of behind.claimEnds(found.behind)) rounds.announce(handler);
      barren = found.deliveries.length === 0 && found.frontiers.size > 0;
      if (!barren) await enqueue(found.deliveries);
      failures = 0;
    } catch (error) {
      rounds.fail();
      failures += 1;
      const level = isConnectionLost(error) && failures < 3 ? "warn" : "error";
      logger[level]({ error: String(error), failures }, "Claiming failed; it will be tried again.");
    }
  }

  async function enqueue(deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    let facts: ReadonlyMap<string, LoadedFact>;
    try {
      facts = await loadFacts(engine, deliveries);
    } catch (error) {
      await giveBack(deliveries, context);
      throw error;
    }
    const planned = planWork(deliveries, (name) => handlers.get(name)?.handleMany !== undefined);
    for (const work of planned) {
      if (work.kind === "suspect") suspects.push({ ...work, facts });
      else waiting.push({ ...work, facts });
    }
  }

  function pump(): void {
    if (!stopping) {
      if (!suspectRunning && running < concurrency) {
        const suspect = suspects.shift();
        if (suspect) begin(suspect);
      }
      while (running < concurrency) {
        const next = waiting.shift();
        if (!next) break;
        begin(next);
      }
      if (rounds.due && failures === 0 && !barren) fill();
      else if (!claiming) schedule();
    }
  }

  function begin(work: Loaded): void {
    running += 1;
    suspectRunning ||= work.kind === "suspect";
    workOff(work, work.facts, context)
      .catch((error: unknown) => logger.error({ error: String(error) }, "Working off a claim failed."))
      .finally(() => {
        running -= 1;
        if (work.kind === "suspect") suspectRunning = false;
        if (freesSomething(work)) rounds.announce(work.handler);
        pump();
        if (running === 0) for (const free of onFree.splice(0)) free();
      });
  }

  /** Whether something may be claimable now that was not while this work was under way. */
  function freesSomething(work: Work): boolean {
    const isWaitedFor = work.deliveries.filter((one) => behind.workEnds(one)).length > 0;
    // A suspect is claimed without what follows it; work that did not end well gave its rest back.
    return isWaitedFor || work.kind === "suspect" || !work.deliveries.every((one) => done.has(one));
  }

  function schedule(): void {
    clearTimeout(timer);
    if (failures === 0 && rounds.due) timer = setTimeout(fill, EMPTY_PAUSE_MS);
    else timer = setTimeout(kick, waitMs());
  }

  function waitMs(): number {
    return failures > 0 ? reconnectDelayMs(failures, Math.random()) : pollMs * (0.25 + 0.75 * Math.random());
  }

  async function settleAll(): Promise<void> {
    if (running === 0) return;
    await new Promise<void>((resolve) => onFree.push(resolve));
  }

  async function stop(): Promise<void> {
    stopping = true;
    clearTimeout(timer);
    await claiming;
    const unbegun = [...waiting, ...suspects].flatMap((work) => work.deliveries);
    waiting = [];
    suspects = [];
    await giveBack(unbegun, context);
    const limit = setTimeout(() => aborter.abort(new ProcessStopsError()), options.stopMs ?? 20_000);
    await settleAll();
    clearTimeout(limit);
  }

  async function idle(): Promise<void> {
    const names = [...handlers.keys()];
    for (let tries = 0; ; tries += 1) {
      const isFree = running === 0 && waiting.length + suspects.length === 0 && !claiming;
      if (isFree && (await nothingDue(engine, names))) return;
      if (stopping) throw new Error("the dispatcher was stopped");
      kick();
      await new Promise((resolve) => setTimeout(resolve, Math.min(50, 5 * (tries + 1))));
    }
  }

  return {
    kick,
    idle,
    stop,
    held: () => [...held],
    stats: () => ({ ...counts, claims, running, waiting: waiting.length + suspects.length }),
  };
}

function ignore(): void {
  return undefined;
}
