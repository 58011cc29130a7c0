import { writeSync } from "node:fs";
import { createDatabase } from "@/db/database";
import { claim } from "@/domain-events/dispatch/claim";
import { startDispatcher } from "@/domain-events/dispatch/dispatcher";
import { createEnginePool } from "@/domain-events/dispatch/engine-pool";
import { effectHandler, HANDLER_NAMES, TEST_LEASE_MS } from "./world";

// A worker process that tests kill: worker.ts <url> <fault> [<listen url>]. Notes each try on standard output before it begins.

const [url, fault, listenUrl = null] = process.argv.slice(2);
if (url === undefined) throw new Error("worker.ts <url> <fault> [<listen url>]");

function note(line: string): void {
  // Synchronous: a line that was written is seen even if the process dies in the next instant.
  writeSync(1, `${line}\n`);
}

function die(): void {
  process.kill(process.pid, "SIGKILL");
}

const database = createDatabase({ url, max: 8, applicationName: "reliability-worker" });
if (fault === "after-claim") {
  const engine = createEnginePool(database);
  const after = new Map(HANDLER_NAMES.map((name) => [name, ""]));
  const { deliveries } = await claim(engine, { worker: "victim", leaseMs: TEST_LEASE_MS, after });
  note(`claimed ${deliveries.length}`);
  die();
}
const handlers = HANDLER_NAMES.map((name) => {
  const { handle } = effectHandler(name, async (eventId) => {
    if (fault === "after-effect") {
      note(`effect ${eventId} ${name}`);
      die();
    }
  });
  return {
    name,
    handle: async (...given: Parameters<typeof handle>) => {
      note(`begin ${given[0].id} ${name}`);
      await handle(...given);
    },
  };
});
startDispatcher({
  database,
  handlers,
  leaseMs: TEST_LEASE_MS,
  // Where wake-ups may be lost, polling is what is left.
  pollMs: listenUrl === null ? 200 : 1_000,
  listenUrl,
  onDone: (eventId, handler) => {
    note(`done ${eventId} ${handler}`);
    if (fault === "after-commit") die();
  },
});
note("ready");
