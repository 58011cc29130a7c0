import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { HEARTBEAT_LOST_MS } from "@/domain-events/dispatch/heartbeat";
import { partitionRunwayDays } from "@/domain-events/partitions/maintain";
import { type SealLag, sealLag } from "@/domain-events/sealing/seal-states";
import { readSample, type Sample } from "./sample";
import { readSessions, type OpenTransaction } from "./sessions";

export interface Instance {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly release: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly isAlive: boolean;
  readonly listening: boolean;
  /** Process clock minus database clock. */
  readonly clockOffsetMs: number;
}

/** Tries of one handler in the last five minutes. */
export interface RecentTries {
  readonly handler: string;
  readonly done: number;
  readonly failed: number;
  readonly dead: number;
}

export interface Reconciled {
  readonly ranAt: Date | null;
  readonly found: number;
  readonly filledEver: number;
  readonly foundAt: Date | null;
}

/** What is known of the log's health at one moment. Of the log itself it takes one row by index, the oldest unsealed. */
export interface Figures {
  /** The database's clock. */
  readonly now: Date;
  readonly sample: (Sample & { readonly sampledAt: Date }) | undefined;
  /** Up to when facts and tries are counted. */
  readonly countedAt: Date;
  readonly handlers: readonly { readonly handler: string; readonly pausedAt: Date | null }[];
  readonly recent: readonly RecentTries[];
  readonly reconciled: Reconciled;
  readonly instances: readonly Instance[];
  readonly sealing: SealLag;
  readonly runwayDays: number;
  readonly transactions: readonly OpenTransaction[];
  readonly hotTable: { readonly live: number; readonly dead: number };
}

/** The last five minutes, as far as they are counted. */
const RECENT_MINUTES = 5;

/** Reads the figures; a handful of statements, each by key or over a few rows. */
export async function readFigures(db: Queryable): Promise<Figures> {
  const [clock, sample, handlers, recent, reconciled, surroundings] = await Promise.all([
    readClock(db),
    readSample(db),
    db.query<{ handler: string; pausedAt: Date | null }>(sql`
      SELECT name AS handler, paused_at AS "pausedAt" FROM event_handler ORDER BY name`),
    readRecent(db),
    readReconciled(db),
    readSurroundings(db),
  ]);
  return { ...clock, sample, handlers, recent, reconciled, ...surroundings };
}

async function readSurroundings(
  db: Queryable,
): Promise<Pick<Figures, "instances" | "sealing" | "runwayDays" | "transactions" | "hotTable">> {
  const [instances, sealing, runwayDays, transactions, hotTable] = await Promise.all([
    readInstances(db),
    sealLag(db),
    partitionRunwayDays(db),
    readSessions(db),
    readHotTable(db),
  ]);
  return { instances, sealing, runwayDays, transactions, hotTable };
}

async function readClock(db: Queryable): Promise<{ now: Date; countedAt: Date }> {
  const [row] = await db.query<{ now: Date; countedAt: Date }>(sql`
    SELECT clock_timestamp() AS now, counted_at AS "countedAt" FROM monitoring_state`);
  if (!row) throw new Error("monitoring has no state row");
  return row;
}

function readRecent(db: Queryable): Promise<RecentTries[]> {
  return db.query<RecentTries>(sql`
    SELECT handler, sum(done)::double precision AS done, sum(failed)::double precision AS failed,
      sum(dead)::double precision AS dead
    FROM event_rollup
    WHERE grain = 'minute' AND type = '' AND handler <> ''
      AND starts_at > clock_timestamp() - make_interval(mins => ${RECENT_MINUTES}::integer)
    GROUP BY handler ORDER BY handler`);
}

async function readReconciled(db: Queryable): Promise<Reconciled> {
  const [row] = await db.query<Reconciled>(sql`
    SELECT last_run_at AS "ranAt", last_found AS found, holes_filled_total::double precision AS "filledEver",
      found_at AS "foundAt"
    FROM event_reconcile`);
  return row ?? { ranAt: null, found: 0, filledEver: 0, foundAt: null };
}

function readInstances(db: Queryable): Promise<Instance[]> {
  return db.query<Instance>(sql`
    SELECT id, host, pid, release, started_at AS "startedAt", seen_at AS "seenAt", listening,
      clock_offset_ms AS "clockOffsetMs",
      seen_at > clock_timestamp() - ${HEARTBEAT_LOST_MS}::integer * interval '1 millisecond' AS "isAlive"
    FROM dispatcher_instance ORDER BY started_at DESC LIMIT 100`);
}

/** Estimates that the server keeps anyway. */
async function readHotTable(db: Queryable): Promise<{ live: number; dead: number }> {
  const [row] = await db.query<{ live: number; dead: number }>(sql`
    SELECT n_live_tup::double precision AS live, n_dead_tup::double precision AS dead
    FROM pg_stat_user_tables WHERE relid = 'event_delivery'::regclass`);
  return row ?? { live: 0, dead: 0 };
}
