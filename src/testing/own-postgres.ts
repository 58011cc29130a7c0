import { chmodSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort, openCluster } from "@/launch/postgres.mjs";
import { processIdentity } from "@/launch/processes.mjs";

export type OwnPostgres = {
  /** As `postgres`, of the database `postgres`; stays the same over restarts. */
  readonly superuserUrl: string;
  /** fast: roll back and end all sessions; immediate: as after a crash; kill: SIGKILL to the postmaster. */
  stop(mode?: "fast" | "immediate" | "kill"): Promise<void>;
  /** Starts again on the same port and data, after stopping it where it still runs. */
  restart(mode?: "fast" | "immediate" | "kill"): Promise<void>;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
};

const PASSWORD = "muster-test";

/**
 * A private server in a temporary folder, for tests that break the server itself.
 * @param durable true keeps fsync on, as in production; needed where durability or speed is measured
 */
export async function startOwnPostgres({ durable = false } = {}): Promise<OwnPostgres> {
  const holder = mkdtempSync(join(durable ? tmpdir() : quickFolder(), "muster-postgres-"));
  chmodSync(holder, 0o711);
  const options = { folder: join(holder, "postgres"), port: await freePort(), password: PASSWORD, durable };
  let cluster = await openCluster(options);
  const stop = async (mode: "fast" | "immediate" | "kill" = "fast"): Promise<void> => {
    if (mode !== "kill") return cluster.stop(mode);
    process.kill(cluster.pid, "SIGKILL");
    while (processIdentity(cluster.pid)) await pause(5);
  };
  return {
    superuserUrl: cluster.superuserUrl,
    stop,
    async restart(mode = "fast") {
      await stop(mode);
      cluster = await openCluster({ ...options, port: cluster.port });
    },
    async dispose() {
      await cluster.stop("immediate");
      rmSync(holder, { recursive: true, force: true });
    },
  };
}

const ROOM_BYTES = 4 * 1024 ** 3;

/** Memory where the system offers a folder of it with room for a whole run, else the folder for temporary files. */
function quickFolder(): string {
  const memory = "/dev/shm";
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= ROOM_BYTES ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}
