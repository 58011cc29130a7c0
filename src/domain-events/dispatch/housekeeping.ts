import type { Database } from "@/db/database";
import { maintainPartitions } from "@/domain-events/partitions/maintain";
import { retainOnSchedule } from "@/domain-events/retention/on-schedule";
import { sealLog } from "@/domain-events/sealing/seal";
import type { Delivery } from "./delivery";
import type { DispatcherLogger } from "./dispatcher";
import type { Handler } from "./handler";
import { beat, HEARTBEAT_MS, signOff } from "./heartbeat";
import { purgeReceipts } from "./purge-receipts";
import { reconcile } from "./reconcile";
import { renewLeases } from "./renew";
import { withRunnerLease } from "./runner-lease";

/** Work of another floor that is due by the clock: at the start and at intervals, in one process at a time. */
export interface Chore {
  readonly name: string;
  readonly everyMs: number;
  run(database: Database): Promise<unknown>;
}

export interface HousekeepingOptions {
  readonly id: string;
  readonly release: string;
  readonly engine: Database;
  readonly ownerDatabase: Database | undefined;
  /** Where archives of expired partitions go; without it nothing expires here. */
  readonly archiveFolder: string | undefined;
  readonly leaseMs: number;
  readonly handlers: readonly Handler[];
  readonly chores: readonly Chore[];
  readonly logger: DispatcherLogger;
  held(): readonly Delivery[];
  listening(): boolean;
}

const MINUTE = 60_000;
const SEALING_MS = 10_000;

/** What runs on a clock beside the claims. Nothing here may fail loudly: it is logged and tried again. */
export function startHousekeeping(options: HousekeepingOptions): { stop(): Promise<void> } {
  const { id, release, engine, ownerDatabase, archiveFolder, leaseMs, handlers, chores, logger } = options;
  const single = (name: string, everyMs: number, work: () => Promise<unknown>, atOnce = false) =>
    every(
      name,
      everyMs,
      () => withRunnerLease(engine, { name, holder: id, leaseMs: 5 * MINUTE, restMs: everyMs }, work),
      atOnce,
    );
  const tasks = [
    every(
      "heartbeat",
      HEARTBEAT_MS,
      () => beat(engine, { id, release, listening: options.listening() }),
      true,
    ),
    every("lease renewal", leaseMs / 3, () => renewLeases(engine, options.held(), leaseMs)),
    single("reconcile", 3 * MINUTE, () => reconcile(engine, logger)),
    single("purge-receipts", 60 * MINUTE, () => purgeReceipts(engine)),
  ];
  for (const { name, purge } of handlers) {
    if (purge) tasks.push(single(`purge-${name}`, 60 * MINUTE, () => purge(engine), true));
  }
  for (const { name, everyMs, run } of chores) tasks.push(single(name, everyMs, () => run(engine), true));
  if (ownerDatabase) {
    const maintain = () => maintainPartitions(ownerDatabase, id);
    tasks.push(every("partitions", 60 * MINUTE, maintain, true));
    tasks.push(every("sealing", SEALING_MS, () => sealLog(ownerDatabase, { holder: id })));
    if (archiveFolder !== undefined) {
      const retain = () => retainOnSchedule(ownerDatabase, { folder: archiveFolder, holder: id, logger });
      tasks.push(every("retention", 60 * MINUTE, retain));
    }
  }
  const started = tasks.map((task) => start(task, logger));
  return {
    stop: async () => {
      await Promise.all(started.map((one) => one.stop()));
      await signOff(engine, id).catch(() => undefined);
    },
  };
}

interface Task {
  readonly name: string;
  readonly everyMs: number;
  readonly atOnce: boolean;
  run(): Promise<unknown>;
}

function every(name: string, everyMs: number, run: () => Promise<unknown>, atOnce = false): Task {
  return { name, everyMs, run, atOnce };
}

function start(task: Task, logger: DispatcherLogger): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  const turn = () => {
    current = task
      .run()
      .catch((error: unknown) =>
        logger.warn({ task: task.name, error: String(error) }, "Housekeeping failed."),
      )
      .then(schedule);
  };
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(turn, task.everyMs);
    timer.unref();
  };
  if (task.atOnce) turn();
  else schedule();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return current;
    },
  };
}
