import type { Queryable } from "@/db/database";
import { onProcessStop, processWide } from "@/db/process-wide";
import { sql } from "@/db/sql";
import { listenForWake } from "@/domain-events/dispatch/listen";
import { onWake } from "@/domain-events/dispatch/wake";
import {
  oldestRunning,
  type TailCursor,
  type TailFact,
  tailFact,
  type TailRow,
  visibleFrom,
} from "./tail-rows";

/** Before everything. */
export const TAIL_START: TailCursor = { xid: "0", position: "0" };

export interface TailPage {
  readonly facts: readonly TailFact[];
  /** Hand it in for the next page; unchanged when there is nothing new. */
  readonly cursor: TailCursor;
}

/**
 * Facts behind the cursor in (transaction, position) order, only of transactions below the oldest one still
 * running: none can appear in front of the cursor later, whatever is committed late (engine.md §6).
 *
 * An open transaction holds this tail back until it ends; deliveries do not wait for it.
 */
export async function tailAfter(db: Queryable, cursor: TailCursor, limit: number): Promise<TailPage> {
  const rows = await db.query<TailRow>(sql`
    SELECT id, position, xid::text AS xid_text, type, correlation_id, entity_ids
    FROM event_log
    WHERE (xid, position) > (${cursor.xid}::xid8, ${cursor.position}::bigint)
      AND xid < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY xid, event_log.position LIMIT ${limit}::integer`);
  const last = rows.at(-1);
  return {
    facts: rows.map(tailFact),
    cursor: last ? { xid: last.xid_text, position: last.position } : cursor,
  };
}

/** The longest wait between two looks at the log while somebody listens. */
const POLL_MS = 1_000;

/** Wake-ups in a burst are gathered for so long. */
const GATHER_MS = 25;

const PAGE = 500;

export type LogListener = (fact: TailFact) => void;

interface Live {
  readonly listeners: Set<LogListener>;
  database: Queryable | undefined;
  /** Every fact of a transaction below this one has been handed out. */
  frontier: string | undefined;
  /** Called once the first look is over. */
  readonly waiting: Set<() => void>;
  /** Facts at or above the frontier that have been handed out, with their transaction. */
  readonly handedOut: Map<string, bigint>;
  timer: NodeJS.Timeout | undefined;
  /** When the timer fires, by this process's clock. */
  dueAt: number;
  reading: boolean;
  again: boolean;
  unsubscribe: (() => void) | undefined;
}

function live(): Live {
  return processWide("log-live", () => ({
    listeners: new Set<LogListener>(),
    database: undefined,
    frontier: undefined,
    waiting: new Set<() => void>(),
    handedOut: new Map<string, bigint>(),
    timer: undefined,
    dueAt: Number.POSITIVE_INFINITY,
    reading: false,
    again: false,
    unsubscribe: undefined,
  }));
}

/**
 * Says which database the live tail of this process reads; once, at start. With a `listenUrl` it also listens for
 * the wake-ups of other processes: for a process that runs no dispatcher, which does that already.
 */
export function connectLiveLog(
  database: Queryable,
  { listenUrl }: { readonly listenUrl?: string } = {},
): void {
  const current = live();
  current.database = database;
  const listener = listenUrl === undefined ? undefined : listenForWake({ url: listenUrl });
  onProcessStop("log-live", "streams", async () => {
    current.listeners.clear();
    pauseLive(current);
    current.database = undefined;
    await listener?.stop();
  });
}

/**
 * Hands every fact that is committed from now on to the listener, once, also those that are committed late; one reader per process however many listen. Returns the function that ends it. A listener that throws is
 * not called again.
 */
export function subscribeToLog(listener: LogListener): () => void {
  const current = live();
  current.listeners.add(listener);
  if (!current.unsubscribe) {
    current.frontier = undefined;
    current.handedOut.clear();
    current.unsubscribe = onWake(() => look(current, GATHER_MS));
    look(current, 0);
  }
  return () => {
    current.listeners.delete(listener);
    if (current.listeners.size === 0) pauseLive(current);
  };
}

/**
 * Resolves once the tail has found its place: whatever is not visible by then is handed to those who listen. Rejects
 * never; while the database is away it waits. Ends early when the signal fires.
 */
export function tailInPlace(signal: AbortSignal): Promise<void> {
  const current = live();
  if (current.frontier !== undefined || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      current.waiting.delete(done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    current.waiting.add(done);
    signal.addEventListener("abort", done);
  });
}

/** Every fact in front of this place has been handed out; undefined before the first look. */
export function tailFrontier(): TailCursor | undefined {
  const { frontier } = live();
  return frontier === undefined ? undefined : { xid: frontier, position: "0" };
}

function pauseLive(current: Live): void {
  clearTimeout(current.timer);
  current.dueAt = Number.POSITIVE_INFINITY;
  current.unsubscribe?.();
  current.unsubscribe = undefined;
}

/** A look that is planned is only ever brought forward: wake-ups without a pause must not put it off for ever. */
function look(current: Live, waitMs: number): void {
  if (current.reading) {
    current.again = true;
    return;
  }
  const dueAt = Date.now() + waitMs;
  if (current.dueAt <= dueAt) return;
  clearTimeout(current.timer);
  current.dueAt = dueAt;
  current.timer = setTimeout(() => void read(current), waitMs);
  current.timer.unref();
}

async function read(current: Live): Promise<void> {
  current.reading = true;
  current.again = false;
  current.dueAt = Number.POSITIVE_INFINITY;
  try {
    if (current.database) await readOnce(current, current.database);
  } catch {
    // The next look reads from the same place; a database that is away is reported by the health page.
  }
  current.reading = false;
  if (current.listeners.size > 0) look(current, current.again ? GATHER_MS : POLL_MS);
}

/** Hands out what is visible and new, then moves the frontier up to the oldest transaction of the time before. */
async function readOnce(current: Live, database: Queryable): Promise<void> {
  const oldest = await oldestRunning(database);
  if (current.frontier === undefined) {
    await skipPast(current, database, oldest);
    return;
  }
  let cursor = { xid: current.frontier, position: "0" };
  for (;;) {
    const page = await visibleFrom(database, cursor, PAGE);
    announce(
      current,
      page.filter((fact) => !current.handedOut.has(fact.id)),
    );
    for (const fact of page) current.handedOut.set(fact.id, BigInt(fact.xid));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    cursor = { xid: last.xid, position: last.position };
  }
  current.frontier = oldest;
  for (const [id, xid] of current.handedOut) if (xid < BigInt(oldest)) current.handedOut.delete(id);
}

/** The first look: what is already visible counts as handed out. */
async function skipPast(current: Live, database: Queryable, oldest: string): Promise<void> {
  let cursor = { xid: oldest, position: "0" };
  for (;;) {
    const page = await visibleFrom(database, cursor, PAGE);
    for (const fact of page) current.handedOut.set(fact.id, BigInt(fact.xid));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    cursor = { xid: last.xid, position: last.position };
  }
  current.frontier = oldest;
  for (const done of current.waiting) done();
}

function announce(current: Live, facts: readonly TailFact[]): void {
  if (facts.length === 0) return;
  for (const listener of current.listeners) {
    try {
      for (const fact of facts) listener(fact);
    } catch {
      current.listeners.delete(listener);
    }
  }
}
