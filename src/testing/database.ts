import { inject } from "vitest";
import { cloneTemplate } from "./cloned-database";
import type { TestServer } from "./test-server";

export type TestDatabase = {
  /** As `muster_app`, what requests and the dispatcher run as. */
  readonly url: string;
  /** As `muster_owner`, who owns every table. */
  readonly ownerUrl: string;
  /** As the superuser, for looking past grants and triggers. */
  readonly superuserUrl: string;
  /** Ends the sessions that are still open and removes the database. */
  drop(): Promise<void>;
};

/**
 * A migrated, otherwise empty database of one's own, cloned from the template in some tens of milliseconds.
 * One per test file, made in `beforeAll`, dropped in `afterAll`.
 */
export function createTestDatabase(): Promise<TestDatabase> {
  return cloneTemplate(testServer());
}

/** A copy of a database that nobody is connected to, where many tests begin with the same. */
export function copyOf({ superuserUrl }: TestDatabase): Promise<TestDatabase> {
  return cloneTemplate({
    superuserUrl: testServer().superuserUrl,
    template: new URL(superuserUrl).pathname.slice(1),
  });
}

/** The server that the tests of this worker have to themselves. */
export function testServer(): TestServer {
  const servers = inject("testServers");
  const server = servers[(Number(process.env["VITEST_POOL_ID"]) - 1) % servers.length];
  if (server === undefined) throw new Error("No server was started for this worker.");
  return server;
}
