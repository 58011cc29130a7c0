import { expect, test } from "vitest";
import { isConnectionLost } from "@/db/errors";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { createTestDatabaseOn } from "@/testing/database";
import { startOwnPostgres } from "@/testing/own-postgres";
import { startWorker, type Worker } from "./child";
import { brokenInvariants, logDigest } from "./invariants";
import { createWorld, emit, facts, until } from "./world";
import { seeded } from "./seeded";
import { soakSettings } from "./soak-settings";

const { seed, seconds } = soakSettings();

test(
  `S-40 faults at random for ${seconds} s (seed ${seed}) break no promise`,
  async () => {
    const random = seeded(seed);
    const postgres = await startOwnPostgres({ durable: true });
    const world = await createWorld(await createTestDatabaseOn(postgres.superuserUrl));
    const begun: { eventId: string; handler: string }[] = [];
    const retire = async (worker: Worker) => {
      await worker.kill();
      begun.push(...worker.begun());
    };
    let workers = [startWorker(world.test.url, "none"), startWorker(world.test.url, "none")];
    let going = true;
    const emitting = (async () => {
      while (going) {
        await emit(world.db, facts(5, 25)).catch((error: unknown) => {
          if (!isConnectionLost(error)) throw error;
        });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const endsAt = Date.now() + seconds * 1000;
    await until(() => workers.every((worker) => worker.lines().includes("ready")));
    const logBefore = await logDigest(world);
    while (Date.now() < endsAt) {
      await new Promise((resolve) => setTimeout(resolve, 300 + random() * 700));
      const dice = random();
      if (dice < 0.35) {
        const [victim, ...others] = workers;
        if (victim) await retire(victim);
        workers = [...others, startWorker(world.test.url, "none")];
      } else if (dice < 0.45) {
        await postgres.restart("immediate");
      } else {
        await world.superuser.pool
          .query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND usename = 'muster_app' ORDER BY random() LIMIT 3`)
          .catch(() => undefined);
      }
    }
    going = false;
    await emitting;
    await allDeliveriesSettled(world.db, 40_000);
    for (const worker of workers) await retire(worker);
    const broken = await brokenInvariants(world, { noted: begun, logBefore });
    await world.close();
    await postgres.dispose();
    expect(broken).toEqual([]);
    expect(begun.length).toBeGreaterThan(50);
  },
  (seconds + 90) * 1000,
);
