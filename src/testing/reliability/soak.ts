import { setTimeout as pause } from "node:timers/promises";
import { isConnectionLost } from "@/db/errors";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { connectWake } from "@/domain-events/dispatch/wake";
import { sealLog } from "@/domain-events/sealing/seal";
import { problemWords } from "@/domain-events/sealing/verify/problem";
import { verifyLog } from "@/domain-events/sealing/verify/verify-log";
import { createTestDatabaseOn } from "@/testing/cloned-database";
import { onSignals } from "@/testing/on-signals";
import { startOwnPostgres } from "@/testing/own-postgres";
import { startBlackhole } from "./blackhole";
import { brokenInvariants, logDigest } from "./invariants";
import { seeded } from "./seeded";
import { type FaultCounts, type Stage, strikeOnce } from "./soak-faults";
import { startFleet } from "./worker-fleet";
import { createWorld, emit, facts, type World } from "./world";

export interface SoakOptions {
  /** The faults and their order follow from it; when they hit is up to the machine. */
  readonly seed: number;
  readonly seconds: number;
  /** Called after each full minute; how many deliveries are open is unknown while the server is down. */
  readonly onMinute?: (minute: number, counts: Readonly<FaultCounts>, open: number | undefined) => void;
}

export interface SoakReport extends Readonly<FaultCounts> {
  /** In the log at the end. */
  readonly facts: number;
  /** Tries that workers began. */
  readonly tries: number;
  /** Appends that were refused because their connection was lost. */
  readonly refused: number;
  /** Facts whose seals were compared. */
  readonly sealed: number;
  /** What broke: invariants of engine.md §11, or workers that ended by themselves. None when all hold. */
  readonly broken: readonly string[];
}

const SETTLE_MS = 60_000;
/** What one emits meanwhile waits while so many deliveries are open, so that the end is no drain of a backlog. */
const OPEN_MAX = 3_000;
const HOLDER = "soak";

/**
 * Two workers handle facts that are appended all the while, and something goes wrong every 0.3 to 1 s: workers are
 * killed or frozen, the server is restarted, sessions are ended, wake-ups are lost (S-40). Then everything is left to
 * settle and the invariants are checked. Starts a server of its own.
 */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const postgres = await startOwnPostgres({ durable: true });
  const wakeUps = await startBlackhole({
    host: "127.0.0.1",
    port: Number(new URL(postgres.superuserUrl).port),
  });
  const world = await createWorld(await createTestDatabaseOn(postgres.superuserUrl));
  const listenUrl = new URL(world.test.url);
  listenUrl.port = String(wakeUps.port);
  const fleet = startFleet(world.test.url, listenUrl.href.replaceAll("+", "%20"));
  const disconnect = connectWake(world.db);
  const ignoreSignals = onSignals(async () => {
    await fleet.killAll();
    await postgres.dispose();
  });
  try {
    return await run({ world, postgres, fleet, wakeUps, random: seeded(options.seed) }, options);
  } finally {
    ignoreSignals();
    disconnect();
    await fleet.killAll();
    await world.close();
    await wakeUps.close();
    await postgres.dispose();
  }
}

async function run(stage: Stage, options: SoakOptions): Promise<SoakReport> {
  const { world, fleet } = stage;
  const counts: FaultCounts = {
    workersKilled: 0,
    workersFrozen: 0,
    serverRestarts: 0,
    sessionsEnded: 0,
    wakeUpsLost: 0,
  };
  await emit(world.db, facts(25, 25));
  const logBefore = await logDigest(world);
  await fleet.ready();
  const working = new AbortController();
  const background = Promise.all([emitOn(world, working.signal), sealOn(world, working.signal)]);
  // It is asked for below; until then its failure must not end the process, which has workers to end first.
  background.catch(() => undefined);
  try {
    await strikeFor(stage, counts, options);
  } finally {
    working.abort();
  }
  const [refused] = await background;
  await allDeliveriesSettled(world.db, SETTLE_MS);
  await fleet.killAll();
  let sealed: number | undefined;
  do sealed = await sealLog(world.owner, { holder: HOLDER });
  while (sealed);
  const verified = await verifyLog(world.owner, { archiveFolder: "" });
  return {
    ...counts,
    refused,
    facts: verified.entries + verified.pending,
    tries: fleet.noted.length,
    sealed: verified.entries,
    broken: [
      ...(await brokenInvariants(world, { noted: fleet.noted, logBefore })),
      ...verified.problems.map((problem) => `I4 ${problemWords(problem)}`),
      ...fleet.endedAlone.map((words) => `a worker ended by itself: ${words}`),
    ],
  };
}

async function strikeFor(stage: Stage, counts: FaultCounts, { seconds, onMinute }: SoakOptions) {
  const beganAt = Date.now();
  let minute = 0;
  while (Date.now() - beganAt < seconds * 1000) {
    await pause(300 + stage.random() * 700);
    await strikeOnce(stage, counts).catch(ignoreLoss);
    if (Date.now() - beganAt < (minute + 1) * 60_000) continue;
    minute += 1;
    onMinute?.(minute, counts, await openDeliveries(stage.world).catch(() => undefined));
  }
}

/** Appends facts until told to stop; resolves to how many appends were refused. */
async function emitOn(world: World, signal: AbortSignal): Promise<number> {
  let refused = 0;
  while (!signal.aborted) {
    try {
      if ((await openDeliveries(world)) < OPEN_MAX) await emit(world.db, facts(5, 25));
    } catch (error) {
      ignoreLoss(error);
      refused += 1;
    }
    await pause(20);
  }
  return refused;
}

async function sealOn(world: World, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sealLog(world.owner, { holder: HOLDER }).catch(ignoreLoss);
    await pause(1_000);
  }
}

async function openDeliveries(world: World): Promise<number> {
  const { rows } = await world.db.pool.query<{ open: number }>(
    "SELECT count(*)::int AS open FROM event_delivery",
  );
  return rows[0]?.open ?? 0;
}

function ignoreLoss(error: unknown): void {
  if (!isConnectionLost(error)) throw error;
}
