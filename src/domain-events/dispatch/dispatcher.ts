import { randomUUID } from "node:crypto";
import type { Database } from "@/db/database";
import type { HandlerName } from "@/domain-events/routing";
import { connectionString, createEnginePool } from "./engine-pool";
import type { Handler } from "./handler";
import { type Chore, startHousekeeping } from "./housekeeping";
import { listenForWake, type WakeListener } from "./listen";
import { startLoop } from "./loop";
import { connectWake, onWake } from "./wake";

export interface DispatcherLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface DispatcherOptions {
  /** The dispatcher's own pool, as the application's role; at least `concurrency` connections. */
  readonly database: Database;
  /** As the owner of the tables, for partitions and seals; without it that is left to others. */
  readonly ownerDatabase?: Database;
  /** Where archives of expired partitions go; without it retention is left to others. */
  readonly archiveFolder?: string;
  readonly handlers: readonly Handler[];
  /** What else is done by the clock. Default: nothing. */
  readonly chores?: readonly Chore[];
  /** Deliveries at work at once. Default 8. */
  readonly concurrency?: number;
  /** Default 60,000. */
  readonly leaseMs?: number;
  /** The longest wait between two looks. Default 1,000. */
  readonly pollMs?: number;
  /** Default 30,000. */
  readonly handlerTimeoutMs?: number;
  /** A direct connection for LISTEN; null for none, behind a pooler. Default: the URL of `database`. */
  readonly listenUrl?: string | null;
  /** Milliseconds that running deliveries get on stopping. Default 20,000. */
  readonly stopMs?: number;
  readonly logger?: DispatcherLogger;
  /** Names the running release for whoever looks at the instances. Default "unknown". */
  readonly release?: string;
  /** Called after each delivery whose effects were committed; for measuring. */
  readonly onDone?: (eventId: string, handler: HandlerName) => void;
}

export interface DispatcherStats {
  readonly done: number;
  readonly failed: number;
  readonly dead: number;
  readonly lost: number;
  /** Looks for due deliveries so far. */
  readonly claims: number;
  readonly running: number;
  readonly waiting: number;
  readonly listening: boolean;
}

export interface Dispatcher {
  readonly id: string;
  readonly stats: DispatcherStats;
  /** Resolves when nothing of its handlers that is due and unblocked is open. */
  idle(): Promise<void>;
  /** Stops claiming, gives back what has not begun, lets the rest finish for up to 20 s. Safe to call twice. */
  stop(): Promise<void>;
}

const SILENT: DispatcherLogger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Starts claiming and handling deliveries (engine.md §4). Several may run on one database. */
export function startDispatcher(options: DispatcherOptions): Dispatcher {
  const engine = createEnginePool(options.database);
  const id = randomUUID();
  const loop = startLoop(id, engine, options);
  const disconnect = connectWake(engine);
  const unsubscribe = onWake(() => loop.kick());
  const listener = listenTo(options);
  const housekeeping = startHousekeeping({
    id,
    release: options.release ?? "unknown",
    engine,
    ownerDatabase: options.ownerDatabase,
    archiveFolder: options.archiveFolder,
    leaseMs: options.leaseMs ?? 60_000,
    handlers: options.handlers,
    chores: options.chores ?? [],
    held: () => loop.held(),
    listening: () => listener?.listening ?? false,
    logger: options.logger ?? SILENT,
  });
  loop.kick();
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    unsubscribe();
    await loop.stop();
    await listener?.stop();
    await housekeeping.stop();
    disconnect();
    await engine.close();
  };
  return {
    id,
    get stats() {
      return { ...loop.stats(), listening: listener?.listening ?? false };
    },
    idle: () => loop.idle(),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function listenTo(options: DispatcherOptions): WakeListener | undefined {
  const url = options.listenUrl === undefined ? connectionString(options.database) : options.listenUrl;
  return url === null ? undefined : listenForWake({ url });
}
