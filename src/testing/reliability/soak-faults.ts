import type { OwnPostgres } from "@/testing/own-postgres";
import type { Blackhole } from "./blackhole";
import type { WorkerFleet } from "./worker-fleet";
import { TEST_LEASE_MS, type World } from "./world";

/** What the faults of a soak are done to. */
export interface Stage {
  readonly world: World;
  readonly postgres: OwnPostgres;
  readonly fleet: WorkerFleet;
  /** Between the workers' listening connections and the server. */
  readonly wakeUps: Blackhole;
  /** From 0 up to 1, from the seed. */
  random(): number;
}

export interface FaultCounts {
  workersKilled: number;
  workersFrozen: number;
  serverRestarts: number;
  sessionsEnded: number;
  /** Times from which on no listening connection heard anything more. */
  wakeUpsLost: number;
}

interface Fault {
  /** Of all faults, in percent. */
  readonly share: number;
  strike(stage: Stage, counts: FaultCounts): Promise<void>;
}

const FAULTS: readonly Fault[] = [
  { share: 38, strike: killWorker },
  { share: 8, strike: freezeWorker },
  { share: 10, strike: restartServer },
  { share: 34, strike: endSessions },
  { share: 10, strike: loseWakeUps },
];

/** One fault, as the seed has it. */
export async function strikeOnce(stage: Stage, counts: FaultCounts): Promise<void> {
  let left = stage.random() * 100;
  const fault = FAULTS.find(({ share }) => (left -= share) < 0);
  await fault?.strike(stage, counts);
}

async function killWorker({ fleet }: Stage, counts: FaultCounts): Promise<void> {
  await fleet.replaceOldest();
  counts.workersKilled += 1;
}

/** Long enough for what it has leased to be taken over; then it goes on as if nothing had been (S-08). */
async function freezeWorker({ fleet }: Stage, counts: FaultCounts): Promise<void> {
  await fleet.freezeYoungest(1.5 * TEST_LEASE_MS);
  counts.workersFrozen += 1;
}

async function restartServer({ postgres, random }: Stage, counts: FaultCounts): Promise<void> {
  const dice = random();
  await postgres.restart(dice < 0.5 ? "immediate" : dice < 0.75 ? "kill" : "fast");
  counts.serverRestarts += 1;
}

const SESSIONS_AT_ONCE = 3;

/** Of the application: those of workers, of the one who emits, and listening ones alike. */
async function endSessions({ world, random }: Stage, counts: FaultCounts): Promise<void> {
  const { pool } = world.superuser;
  const { rows } = await pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = 'muster_app' ORDER BY pid`,
  );
  const pids = rows.map(({ pid }) => pid);
  const chosen = Array.from({ length: SESSIONS_AT_ONCE }, () => pids[Math.floor(random() * pids.length)]);
  const { rowCount } = await pool.query("SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid", [
    [...new Set(chosen.filter((pid) => pid !== undefined))],
  ]);
  counts.sessionsEnded += rowCount ?? 0;
}

/** Who listens now hears nothing more, and nobody tells them; only a new connection hears again. */
async function loseWakeUps({ wakeUps }: Stage, counts: FaultCounts): Promise<void> {
  wakeUps.swallow();
  wakeUps.heal();
  counts.wakeUpsLost += 1;
}
