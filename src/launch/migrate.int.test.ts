import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testServer } from "@/testing/database";
import { migrate } from "./migrate.mjs";
import { withClient } from "./roles.mjs";

/** The columns Prisma Migrate 7 makes and reads. */
const PRISMA_COLUMNS = [
  "id character varying",
  "checksum character varying",
  "finished_at timestamp with time zone",
  "migration_name character varying",
  "logs text",
  "rolled_back_at timestamp with time zone",
  "started_at timestamp with time zone",
  "applied_steps_count integer",
];

const { superuserUrl } = testServer();
let folder: string;
let database: string;
let url: string;

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function rows<T>(sql: string): Promise<T[]> {
  return withClient(url, async (client) => (await client.query(sql)).rows);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "muster-migrations-"));
  database = `muster_test_${Date.now()}_${Math.random().toString(36).slice(2)}`;
  await withClient(superuserUrl, (client) => client.query(`CREATE DATABASE ${database} TEMPLATE template0`));
  const parts = new URL(superuserUrl);
  parts.pathname = `/${database}`;
  url = parts.href.replaceAll("+", "%20");
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await withClient(superuserUrl, (client) => client.query(`DROP DATABASE ${database} WITH (FORCE)`));
});

describe("migrate", () => {
  test("applies what is pending, in name order, once", async () => {
    write("20260102000000_second", "ALTER TABLE thing ADD COLUMN name text");
    write("20260101000000_first", "CREATE TABLE thing (id int); INSERT INTO thing VALUES (1);");
    expect(await migrate(url, folder)).toEqual(["20260101000000_first", "20260102000000_second"]);
    write("20260103000000_third", "UPDATE thing SET name = 'a;b' WHERE id = 1");
    expect(await migrate(url, folder)).toEqual(["20260103000000_third"]);
    expect(await migrate(url, folder)).toEqual([]);
    expect(await rows("SELECT id, name FROM thing")).toEqual([{ id: 1, name: "a;b" }]);
  });

  test("keeps Prisma's bookkeeping as Prisma would", async () => {
    const sql = "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;\n";
    write("20260101000000_first", sql);
    await migrate(url, folder);
    const columns = await rows<{ name: string }>(
      `SELECT column_name || ' ' || data_type AS name FROM information_schema.columns
       WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
    );
    expect(columns.map((column) => column.name)).toEqual(PRISMA_COLUMNS);
    expect(
      await rows(
        `SELECT checksum, migration_name, applied_steps_count, logs, rolled_back_at,
           finished_at >= started_at AS finished, length(id) AS id_length FROM _prisma_migrations`,
      ),
    ).toEqual([
      {
        checksum: createHash("sha256").update(sql).digest("hex"),
        migration_name: "20260101000000_first",
        applied_steps_count: 1,
        logs: null,
        rolled_back_at: null,
        finished: true,
        id_length: 36,
      },
    ]);
  });

  test("applies a statement that refuses a transaction when it has a file to itself", async () => {
    write("20260101000000_table", "CREATE TABLE thing (id int)");
    write("20260102000000_index", "CREATE INDEX CONCURRENTLY thing_id ON thing (id)");
    await migrate(url, folder);
    expect(await rows("SELECT indexname FROM pg_indexes WHERE indexname = 'thing_id'")).toHaveLength(1);
  });

  test("leaves nothing of a failing migration, names its line, and stops the next start", async () => {
    write("20260101000000_broken", "CREATE TABLE thing (id int);\n\nSELECT nonsense;");
    write("20260102000000_later", "CREATE TABLE later (id int)");
    await expect(migrate(url, folder)).rejects.toThrow(
      '20260101000000_broken failed: column "nonsense" does not exist (line 3)',
    );
    expect(await rows("SELECT relname FROM pg_class WHERE relname IN ('thing', 'later')")).toEqual([]);
    expect(await rows("SELECT finished_at, logs IS NOT NULL AS logged FROM _prisma_migrations")).toEqual([
      { finished_at: null, logged: true },
    ]);
    await expect(migrate(url, folder)).rejects.toThrow(
      "20260101000000_broken was started and never finished",
    );
  });

  test("leaves nothing of one that was cut off, and runs it again at the next start", async () => {
    write("20260101000000_long", "CREATE TABLE thing (id int); SELECT pg_sleep(60)");
    const cutOff = migrate(url, folder).catch((error: unknown) => error);
    await withClient(superuserUrl, async (client) => {
      let ended = 0;
      while (ended === 0) {
        const { rowCount } = await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = $1 AND query LIKE '%pg_sleep(60)%' AND wait_event = 'PgSleep'`,
          [database],
        );
        ended = rowCount ?? 0;
      }
    });
    expect(await cutOff).toBeInstanceOf(Error);
    expect(await rows("SELECT migration_name FROM _prisma_migrations")).toEqual([]);
    write("20260101000000_long", "CREATE TABLE thing (id int)");
    expect(await migrate(url, folder)).toEqual(["20260101000000_long"]);
  });

  test("refuses a migration whose file was changed after it was applied", async () => {
    write("20260101000000_first", "CREATE TABLE thing (id int)");
    await migrate(url, folder);
    write("20260101000000_first", "CREATE TABLE thing (id bigint)");
    write("20260102000000_later", "CREATE TABLE later (id int)");
    await expect(migrate(url, folder)).rejects.toThrow(
      "20260101000000_first was changed after it was applied",
    );
    expect(await rows("SELECT relname FROM pg_class WHERE relname = 'later'")).toEqual([]);
  });

  test("applies each migration once when two starts race", async () => {
    write("20260101000000_first", "CREATE TABLE thing (id int); SELECT pg_sleep(0.05)");
    const both = await Promise.all([migrate(url, folder), migrate(url, folder)]);
    expect(both.flat()).toEqual(["20260101000000_first"]);
  });

  test("refuses a folder without migrations", async () => {
    await expect(migrate(url, folder)).rejects.toThrow("There are no migrations in");
  });
});
