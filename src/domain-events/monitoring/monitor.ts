import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { withRunnerLease } from "@/domain-events/dispatch/runner-lease";
import { countFresh } from "./count";
import { readFigures } from "./figures";
import { type Announcer, settleIncidents } from "./incidents";
import { pruneMonitoring } from "./prune";
import { takeSample } from "./sample";
import { readings } from "./readings";

export interface MonitorOptions {
  readonly database: Database;
  /** Names this process among those that could do it. */
  readonly holder: string;
  readonly announcer: Announcer;
  readonly logger?: { warn(details: object, message: string): void };
  /** Milliseconds between two looks. Default 5,000. */
  readonly everyMs?: number;
  /** Milliseconds before the first look. Default: as between two. */
  readonly firstAfterMs?: number;
}

export interface Monitor {
  /** Safe to call twice. */
  stop(): Promise<void>;
}

const EVERY_MS = 5_000;

/** Measuring may take so large a share of the time at most, whatever the size of the backlog. */
const SHARE_MAX = 0.05;

const PRUNE_EVERY_MS = 60 * 60_000;

/** Counting what was left behind may take so long in one go. */
const CATCH_UP_MS = 2_000;

/**
 * Counts, measures and raises alarms every few seconds, in whichever process holds the lease. Runs beside the
 * dispatcher and in processes that only serve pages, so that somebody notices when no dispatcher is left.
 */
export function startMonitor(options: MonitorOptions): Monitor {
  const stopping = new AbortController();
  const running = watch(options, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

async function watch(options: MonitorOptions, stop: AbortSignal): Promise<void> {
  const everyMs = options.everyMs ?? EVERY_MS;
  let prunedAt = 0;
  await wait(options.firstAfterMs ?? everyMs, stop);
  while (!stop.aborted) {
    const began = performance.now();
    try {
      await lookOnce(options, everyMs);
      if (performance.now() - prunedAt > PRUNE_EVERY_MS) {
        await pruneMonitoring(options.database);
        prunedAt = performance.now();
      }
    } catch (error) {
      options.logger?.warn({ error: String(error) }, "Monitoring failed; it will be tried again.");
    }
    const tookMs = performance.now() - began;
    await wait(Math.max(everyMs, tookMs / SHARE_MAX), stop);
  }
}

/** A stop ends it early. */
async function wait(ms: number, stop: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal: stop, ref: false }).catch(() => undefined);
}

/** One look, unless another process has just had one or is at it. Resolves to whether it was this one's turn. */
export async function lookOnce(
  { database, holder, announcer }: MonitorOptions,
  everyMs: number = EVERY_MS,
): Promise<boolean> {
  if (!(await isDue(database, everyMs))) return false;
  const lease = { name: "monitoring", holder, leaseMs: 30_000 };
  const looked = await withRunnerLease(database, lease, async () => {
    await catchUp(database);
    await settleIncidents(database, readings(await readFigures(database)), announcer);
    return true;
  });
  return looked ?? false;
}

async function isDue(database: Database, everyMs: number): Promise<boolean> {
  const [row] = await database.query<{ due: boolean }>(sql`
    SELECT sampled_at IS NULL
      OR sampled_at < clock_timestamp() - ${everyMs * 0.8}::double precision * interval '1 millisecond'
      OR sampled_at > clock_timestamp() AS due
    FROM monitoring_state`);
  return row?.due ?? false;
}

async function catchUp(database: Database): Promise<void> {
  const until = performance.now() + CATCH_UP_MS;
  for (;;) {
    const counted = await countFresh(database, takeSample);
    if (!counted || counted.isCaughtUp || performance.now() > until) return;
  }
}
