import type { TestProject } from "vitest/node";
import { startOwnPostgres } from "./own-postgres";
import { prepareServer, type TestServer } from "./test-server";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * One Postgres for all integration tests: the one that TEST_DATABASE_URL names (as a superuser), else an
 * embedded one in a temporary folder for the length of the run.
 */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) {
    project.provide("testServer", await prepareServer(given));
    return async () => undefined;
  }
  const postgres = await startOwnPostgres();
  try {
    project.provide("testServer", await prepareServer(postgres.superuserUrl));
  } catch (error) {
    await postgres.dispose();
    throw error;
  }
  return () => postgres.dispose();
}
