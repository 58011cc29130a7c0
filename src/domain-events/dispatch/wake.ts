import type { Queryable } from "@/db/database";
import { randomUUID } from "node:crypto";
import { processWide } from "@/db/process-wide";
import { sql } from "@/db/sql";

/** The channel on which processes wake one another; carries nothing but the sender's id. */
export const WAKE_CHANNEL = "muster_log";

/** At most one NOTIFY in so many milliseconds, and none inside anybody's transaction (engine.md §3). */
const NOTIFY_EVERY_MS = 20;

type Listener = () => void;

interface WakeState {
  /** Tells this process's own NOTIFY from those of others. */
  readonly id: string;
  readonly listeners: Set<Listener>;
  notifier: Queryable | undefined;
  timer: NodeJS.Timeout | undefined;
  lastNotifiedAt: number;
}

function state(): WakeState {
  return processWide("wake", () => ({
    id: randomUUID(),
    listeners: new Set<Listener>(),
    notifier: undefined,
    timer: undefined,
    lastNotifiedAt: 0,
  }));
}

/**
 * Says that facts were committed: the dispatcher and the live streams of this process look at once, those of
 * other processes soon. Only shortens the wait; polling finds everything. Throws nothing.
 */
export function wake(): void {
  const current = state();
  for (const listener of current.listeners) listener();
  if (!current.notifier || current.timer) return;
  const wait = Math.max(0, current.lastNotifiedAt + NOTIFY_EVERY_MS - Date.now());
  current.timer = setTimeout(() => notifyOthers(current), wait);
  current.timer.unref();
}

/** Wakes only this process: something was heard from another one. */
export function wakeHere(): void {
  for (const listener of state().listeners) listener();
}

/** Calls the listener on every wake-up until the returned function is called. */
export function onWake(listener: Listener): () => void {
  const { listeners } = state();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** From now on `wake` reaches other processes too, through this database. The returned function ends that. */
export function connectWake(database: Queryable): () => void {
  const current = state();
  current.notifier = database;
  return () => {
    if (current.notifier === database) current.notifier = undefined;
  };
}

/** This process's id in the payload of a NOTIFY. */
export function wakeSender(): string {
  return state().id;
}

function notifyOthers(current: WakeState): void {
  current.timer = undefined;
  current.lastNotifiedAt = Date.now();
  current.notifier?.execute(sql`SELECT pg_notify(${WAKE_CHANNEL}, ${current.id})`).catch(() => undefined);
}
