import { performance } from "node:perf_hooks";
import type { EngineUnderTest } from "./engine-under-test";
import { HANDLERS, makeFact } from "./work";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * Transactions per second of each engine with so many writers. The engines take turns of 250 transactions, so
 * that whatever else the machine does meanwhile hits all of them.
 */
export async function appendRates(
  engines: readonly EngineUnderTest[],
  { facts, writers }: { readonly facts: number; readonly writers: number },
): Promise<number[]> {
  const turn = 250;
  const spent = engines.map(() => 0);
  for (let from = 0; from < facts; from += turn) {
    for (const [index, engine] of engines.entries()) {
      let next = from;
      const started = performance.now();
      const writer = async () => {
        while (next < Math.min(from + turn, facts)) await engine.append(makeFact(next++));
      };
      await Promise.all(Array.from({ length: writers }, writer));
      spent[index] = (spent[index] ?? 0) + performance.now() - started;
    }
  }
  return spent.map((ms) => (facts / ms) * 1000);
}

/**
 * Deliveries per second of each engine while its backlog lasts, in turns of two seconds. A turn counts from its
 * first finished delivery to its last.
 */
export async function drainRates(engines: readonly EngineUnderTest[]): Promise<number[]> {
  const totals = engines.map(() => ({ done: 0, ms: 0 }));
  const left = new Set(engines);
  while (left.size > 0) {
    for (const [index, engine] of engines.entries()) {
      const total = totals[index];
      if (!total || !left.has(engine)) continue;
      const { done, ms } = await drainTurn(engine, 2_000);
      total.done += done;
      total.ms += ms;
      if ((await engine.open()) === 0) left.delete(engine);
    }
  }
  return totals.map(({ done, ms }) => (done / ms) * 1000);
}

/** What one engine finishes of its backlog in so many milliseconds, from its first finished delivery to its last. */
export async function drainTurn(
  engine: EngineUnderTest,
  turnMs: number,
): Promise<{ done: number; ms: number }> {
  let done = 0;
  let first: number | undefined;
  let last = 0;
  const limit = performance.now() + turnMs;
  await engine.start(() => {
    last = performance.now();
    first ??= last;
    if (last <= limit) done += 1;
  });
  const end = () => performance.now() >= limit || (first !== undefined && performance.now() - last > 200);
  while (!end()) await pause(20);
  await engine.stop();
  return { done: Math.max(0, done - 1), ms: Math.min(last, limit) - (first ?? last) };
}

export interface Latency {
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
}

/** Facts of the first seconds are not counted: they find new connections, unplanned statements and cold code. */
const WARM_UP_SECONDS = 3;

/**
 * Milliseconds from the moment a fact is due until each handler's work on it is committed, once the engine is warm.
 * The schedule never waits for the engine, so a stall shows up in the figures.
 */
export async function latency(
  engine: EngineUnderTest,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
): Promise<Latency> {
  const cold = rate * WARM_UP_SECONDS;
  const total = cold + rate * seconds;
  const dueAt = new Map<string, number>();
  const times: number[] = [];
  let done = 0;
  await engine.start((eventId) => {
    done += 1;
    const due = dueAt.get(eventId);
    if (due !== undefined) times.push(performance.now() - due);
  });
  const started = performance.now();
  const appends: Promise<void>[] = [];
  for (let number = 0; number < total; number += 1) {
    const due = started + (number * 1000) / rate;
    while (performance.now() < due) await pause(due - performance.now());
    const fact = makeFact(number);
    if (number >= cold) dueAt.set(fact.id, due);
    appends.push(engine.append(fact));
  }
  await Promise.all(appends);
  while (done < total * HANDLERS.length) await pause(5);
  await engine.stop();
  times.sort((a, b) => a - b);
  return { p50_ms: percentile(times, 0.5), p95_ms: percentile(times, 0.95), p99_ms: percentile(times, 0.99) };
}
