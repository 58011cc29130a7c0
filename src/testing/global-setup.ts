import type { TestProject } from "vitest/node";
import { startOwnPostgres } from "./own-postgres";
import { prepareServer, type TestServer } from "./test-server";

declare module "vitest" {
  interface ProvidedContext {
    /** One per worker, in the order of `VITEST_POOL_ID`. */
    testServers: readonly TestServer[];
  }
}

/**
 * The Postgres of the integration tests: the one that TEST_DATABASE_URL names (as a superuser), else an embedded one
 * for each worker, in a temporary folder for the length of the run. Not one for all of them: an open transaction
 * holds back what reads below the oldest one (seals, the live tail) in every database of its server.
 */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) {
    project.provide("testServers", [await prepareServer(given)]);
    return async () => undefined;
  }
  const workers = Array.from({ length: project.config.maxWorkers });
  const started = await Promise.allSettled(workers.map(() => startOwnPostgres()));
  const servers = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const dispose = async () => {
    await Promise.all(servers.map((server) => server.dispose()));
  };
  try {
    for (const one of started) if (one.status === "rejected") throw one.reason;
    project.provide(
      "testServers",
      await Promise.all(servers.map(({ superuserUrl }) => prepareServer(superuserUrl))),
    );
  } catch (error) {
    await dispose();
    throw error;
  }
  return dispose;
}
