import { startWorker, type Worker } from "./child";
import { until } from "./world";

/** Two worker processes on one database, of which one is killed and replaced again and again. */
export interface WorkerFleet {
  /** Tries that workers noted before they began, of the ones that are gone. */
  readonly noted: readonly { readonly eventId: string; readonly handler: string }[];
  /** The last line of each worker that ended though nobody killed it. */
  readonly endedAlone: readonly string[];
  /** Resolves when all of them dispatch. */
  ready(): Promise<void>;
  /** Kills the oldest and starts another one. */
  replaceOldest(): Promise<void>;
  /** Lets the youngest stand still for so long. */
  freezeYoungest(ms: number): Promise<void>;
  killAll(): Promise<void>;
}

/** @param listenUrl where they listen for wake-ups */
export function startFleet(url: string, listenUrl: string): WorkerFleet {
  const start = () => startWorker(url, "none", listenUrl);
  const noted: { readonly eventId: string; readonly handler: string }[] = [];
  const endedAlone: string[] = [];
  let workers: readonly Worker[] = [start(), start()];
  const retire = async (worker: Worker) => {
    if (worker.endedAlone()) endedAlone.push(worker.lines().at(-1) ?? "without a word");
    await worker.kill();
    noted.push(...worker.begun());
  };
  return {
    noted,
    endedAlone,
    ready: async () => {
      await until(() => workers.every((worker) => worker.lines().includes("ready")));
    },
    replaceOldest: async () => {
      const [oldest, ...others] = workers;
      workers = [...others, start()];
      if (oldest) await retire(oldest);
    },
    freezeYoungest: async (ms) => {
      await workers.at(-1)?.freeze(ms);
    },
    killAll: async () => {
      const last = workers;
      workers = [];
      for (const worker of last) await retire(worker);
    },
  };
}
