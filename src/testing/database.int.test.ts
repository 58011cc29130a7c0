import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "@/launch/roles.mjs";
import { createTestDatabase, type TestDatabase } from "./database";
import { startOwnPostgres } from "./own-postgres";

describe("createTestDatabase", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test("hands out a migrated database in UTC, one address per role", async () => {
    const sql = `SELECT current_user AS role, current_setting('TimeZone') AS zone,
      has_database_privilege(current_database(), 'CREATE') AS may_create`;
    const seen = await Promise.all(
      [database.url, database.ownerUrl].map((url) =>
        withClient(url, async (client) => (await client.query(sql)).rows[0]),
      ),
    );
    expect(seen).toEqual([
      { role: "muster_app", zone: "UTC", may_create: false },
      { role: "muster_owner", zone: "UTC", may_create: true },
    ]);
    const { rows } = await withClient(database.ownerUrl, (client) =>
      client.query("SELECT count(*)::int AS unfinished FROM _prisma_migrations WHERE finished_at IS NULL"),
    );
    expect(rows).toEqual([{ unfinished: 0 }]);
  });

  test("gives every caller a database of its own", async () => {
    const other = await createTestDatabase();
    await withClient(other.ownerUrl, (client) => client.query("CREATE TABLE only_there (id int)"));
    const here = await withClient(database.ownerUrl, (client) =>
      client.query("SELECT to_regclass('only_there') AS it"),
    );
    expect(here.rows).toEqual([{ it: null }]);
    await other.drop();
    await expect(withClient(other.url, (client) => client.query("SELECT 1"))).rejects.toThrow(
      "does not exist",
    );
  });
});

describe("startOwnPostgres", () => {
  test("keeps committed rows and its address over a killed postmaster", async () => {
    const postgres = await startOwnPostgres({ durable: true });
    try {
      await withClient(postgres.superuserUrl, (client) =>
        client.query("CREATE TABLE kept AS SELECT 1 AS id"),
      );
      await postgres.stop("kill");
      await expect(withClient(postgres.superuserUrl, (client) => client.query("SELECT 1"))).rejects.toThrow();
      await postgres.restart();
      const { rows } = await withClient(postgres.superuserUrl, (client) =>
        client.query("SELECT id FROM kept"),
      );
      expect(rows).toEqual([{ id: 1 }]);
    } finally {
      await postgres.dispose();
    }
  });
});
