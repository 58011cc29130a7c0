import { randomBytes } from "node:crypto";
import pg from "pg";
import { withClient } from "@/launch/roles.mjs";
import type { TestDatabase } from "./database";
import { prepareServer, type TestServer, urlFor } from "./test-server";

/** A migrated, otherwise empty database on a server of one's own, such as `startOwnPostgres()`. */
export async function createTestDatabaseOn(superuserUrl: string): Promise<TestDatabase> {
  return cloneTemplate(await prepareServer(superuserUrl));
}

/** The same on a server that is prepared already. */
export async function cloneTemplate({ superuserUrl, template }: TestServer): Promise<TestDatabase> {
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
