import type { Queryable } from "@/db/database";
import { processWide } from "@/db/process-wide";
import { sql } from "@/db/sql";
import type { Delivery } from "@/domain-events/dispatch/delivery";
import type { Outcome } from "@/domain-events/dispatch/run";

/** Upper bounds of the latency histogram (recorded → handled) in milliseconds; a last class is open. */
export const LATENCY_BOUNDS_MS: readonly number[] = [
  5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 60_000, 600_000,
];

interface Cell {
  readonly minute: string;
  readonly handler: string;
  readonly type: string;
  done: number;
  failed: number;
  retried: number;
  dead: number;
  readonly latency: number[];
}

function cells(): Map<string, Cell> {
  return processWide("rollup", () => new Map<string, Cell>());
}

/**
 * Counts one settled delivery in memory; `flushOutcomes` writes the counts every few seconds. A process that is
 * killed takes the last seconds of its counts with it: the attempts are the record, this is for the charts.
 */
export function recordOutcome(one: Delivery, outcome: Outcome, startedAt: Date | null): void {
  if (outcome === "lost" || outcome === "deferred") return;
  const cell = cellOf(one, new Date());
  if (outcome === "dead") cell.dead += 1;
  else if (outcome !== "done") cell.failed += 1;
  else {
    cell.done += 1;
    if (one.failures > 0) cell.retried += 1;
    if (startedAt) count(cell.latency, startedAt.getTime() - one.recordedAt.getTime());
  }
}

function cellOf(one: Delivery, now: Date): Cell {
  const minute = `${now.toISOString().slice(0, 16)}:00Z`;
  const key = `${minute} ${one.handler} ${one.type}`;
  const known = cells().get(key);
  if (known) return known;
  const latency = Array.from({ length: LATENCY_BOUNDS_MS.length + 1 }, () => 0);
  const cell: Cell = {
    minute,
    handler: one.handler,
    type: one.type,
    done: 0,
    failed: 0,
    retried: 0,
    dead: 0,
    latency,
  };
  cells().set(key, cell);
  return cell;
}

function count(histogram: number[], latencyMs: number): void {
  const found = LATENCY_BOUNDS_MS.findIndex((bound) => latencyMs <= bound);
  const index = found === -1 ? LATENCY_BOUNDS_MS.length : found;
  histogram[index] = (histogram[index] ?? 0) + 1;
}

/** Adds the counts since the last call to `event_rollup_minute`; keeps them when that fails. */
export async function flushOutcomes(db: Queryable): Promise<void> {
  const known = cells();
  if (known.size === 0) return;
  const pending = [...known];
  known.clear();
  try {
    await db.execute(addStatement(JSON.stringify(pending.map(([, cell]) => cell))));
  } catch (error) {
    for (const [key, cell] of pending) if (!known.has(key)) known.set(key, cell);
    throw error;
  }
}

const addStatement = (rows: string) => sql`
  INSERT INTO event_rollup_minute AS r (minute, handler, type, done, failed, retried, dead, latency_histogram)
  SELECT minute, handler, type, done, failed, retried, dead, latency
  FROM jsonb_to_recordset(${rows}::jsonb) AS c (minute timestamptz, handler text, type text, done integer,
    failed integer, retried integer, dead integer, latency integer[])
  ON CONFLICT (minute, handler, type) DO UPDATE
  SET done = r.done + excluded.done, failed = r.failed + excluded.failed, retried = r.retried + excluded.retried,
    dead = r.dead + excluded.dead,
    latency_histogram = (
      SELECT array_agg(coalesce(a.n, 0) + coalesce(b.n, 0) ORDER BY coalesce(a.i, b.i))
      FROM unnest(r.latency_histogram) WITH ORDINALITY AS a (n, i)
      FULL JOIN unnest(excluded.latency_histogram) WITH ORDINALITY AS b (n, i) ON a.i = b.i)`;
