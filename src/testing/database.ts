import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { withClient } from "@/launch/roles.mjs";
import { prepareServer, type TestServer, urlFor } from "./test-server";

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

/** The server that the tests of this worker have to themselves. */
export function testServer(): TestServer {
  const servers = inject("testServers");
  const server = servers[(Number(process.env["VITEST_POOL_ID"]) - 1) % servers.length];
  if (server === undefined) throw new Error("No server was started for this worker.");
  return server;
}

/** The same on a server of one's own, such as `startOwnPostgres()`. */
export async function createTestDatabaseOn(superuserUrl: string): Promise<TestDatabase> {
  return cloneTemplate(await prepareServer(superuserUrl));
}

async function cloneTemplate({ superuserUrl, template }: TestServer): Promise<TestDatabase> {
  const database = `muster_test_${Date.now()}_${randomBytes(4).toString("hex")}`;
  const name = pg.escapeIdentifier(database);
  await withClient(superuserUrl, (superuser) =>
    superuser.query(`CREATE DATABASE ${name} OWNER muster_owner TEMPLATE ${pg.escapeIdentifier(template)}`),
  );
  return {
    url: urlFor(superuserUrl, database, "muster_app"),
    ownerUrl: urlFor(superuserUrl, database, "muster_owner"),
    superuserUrl: urlFor(superuserUrl, database),
    async drop() {
      await withClient(superuserUrl, (superuser) =>
        superuser.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
    },
  };
}
