import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "./database.mjs";
import { processIdentity } from "./processes.mjs";
import { withClient } from "./roles.mjs";

type Embedded = Awaited<ReturnType<typeof openDatabase>>;

let dataDir: string;
let database: Embedded;

async function value(url: string, sql: string): Promise<unknown> {
  return withClient(url, async (client) => Object.values((await client.query(sql)).rows[0])[0]);
}

async function postmaster(): Promise<number> {
  const sql = "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int";
  const superuser = new URL(database.url);
  superuser.username = "postgres";
  superuser.password = settings().superuser;
  return Number(await value(superuser.href, sql));
}

function settings(): { port: number; superuser: string } {
  return JSON.parse(readFileSync(join(dataDir, "database.json"), "utf8"));
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-data-"));
  chmodSync(dataDir, 0o711);
  database = await openDatabase({ dataDir, durable: false });
});

afterAll(async () => {
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("openDatabase", () => {
  test("gives the application and the owner a role each, in UTC, on this machine alone", async () => {
    expect(await value(database.url, "SELECT current_user || ' ' || current_setting('TimeZone')")).toBe(
      "muster_app UTC",
    );
    expect(await value(database.ownerUrl, "SELECT current_user::text")).toBe("muster_owner");
    expect(await value(database.ownerUrl, "SHOW listen_addresses")).toBe("127.0.0.1");
    expect(await value(database.ownerUrl, "SHOW max_locks_per_transaction")).toBe("256");
    expect(await value(database.ownerUrl, "SHOW idle_in_transaction_session_timeout")).toBe("1min");
    const extensions =
      "SELECT string_agg(extname, ' ' ORDER BY extname) FROM pg_extension WHERE extname <> 'plpgsql'";
    expect(await value(database.ownerUrl, extensions)).toBe("btree_gist pg_stat_statements");
    const groups =
      "SELECT bool_or(rolcanlogin) FROM pg_roles WHERE rolname IN ('muster_redactor', 'muster_reader')";
    expect(await value(database.ownerUrl, groups)).toBe(false);
  });

  test("keeps its address for people, readable by their owner only", () => {
    const file = join(dataDir, "database-url");
    expect(readFileSync(file, "utf8")).toBe(`${database.url}\n`);
    for (const name of ["database-url", "database.json", "postgres.log"]) {
      expect(statSync(join(dataDir, name)).mode & 0o077).toBe(0);
    }
  });

  test("S-39 adopts the server that a killed start left behind, and keeps the port", async () => {
    const before = await postmaster();
    const again = await openDatabase({ dataDir, durable: false });
    expect(again.adopted).toBe(true);
    expect(again.url).toBe(database.url);
    expect(await postmaster()).toBe(before);
  });

  test("starts over a pid file that names no server, without removing it by hand", async () => {
    const before = await postmaster();
    process.kill(before, "SIGKILL");
    while (processIdentity(before)) await new Promise(setImmediate);
    const again = await openDatabase({ dataDir, durable: false });
    expect(again.adopted).toBe(false);
    expect(again.url).toBe(database.url);
    expect(await postmaster()).not.toBe(before);
  });

  test("moves to another port when its own is taken, and remembers that", async () => {
    await database.stop();
    const { port } = settings();
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(port, "127.0.0.1", resolve));
    database = await openDatabase({ dataDir, durable: false });
    blocker.close();
    expect(settings().port).not.toBe(port);
    expect(new URL(database.url).port).toBe(String(settings().port));
    expect(await value(database.url, "SELECT 1")).toBe(1);
  });

  test("does not start a server where it may only adopt one", async () => {
    await database.stop();
    await expect(openDatabase({ dataDir, mayStart: false })).rejects.toThrow("No PostgreSQL server answers");
    database = await openDatabase({ dataDir, durable: false });
  });

  describe("a database aside", () => {
    const write = (url: string) =>
      withClient(url, (client) =>
        client.query("CREATE TABLE IF NOT EXISTS event_log (id int); INSERT INTO event_log VALUES (1)"),
      );

    test("takes the place of an empty database, and begins empty itself", async () => {
      await withClient(database.ownerUrl, (client) => client.query("CREATE TABLE event_log (id int)"));
      const interrupted = await database.openAside();
      await write(interrupted.ownerUrl);
      const aside = await database.openAside();
      await write(aside.ownerUrl);
      expect(await aside.putInPlace()).toBe(true);
      expect(await value(database.ownerUrl, "SELECT count(*)::int FROM event_log")).toBe(1);
      const names = "SELECT string_agg(datname, ' ') FROM pg_database WHERE datname LIKE 'muster%'";
      expect(await value(database.ownerUrl, names)).toBe("muster");
    });

    test("never takes the place of one that holds something", async () => {
      await write(database.ownerUrl);
      const before = await value(database.ownerUrl, "SELECT count(*)::int FROM event_log");
      const aside = await database.openAside();
      await write(aside.ownerUrl);
      expect(await aside.putInPlace()).toBe(false);
      expect(await value(database.ownerUrl, "SELECT count(*)::int FROM event_log")).toBe(before);
      await expect(value(aside.ownerUrl, "SELECT 1")).rejects.toThrow("does not exist");
    });

    test("nor of one that somebody is working in", async () => {
      await withClient(database.ownerUrl, (client) => client.query("TRUNCATE event_log"));
      const aside = await database.openAside();
      await write(aside.ownerUrl);
      const isPlaced = await withClient(database.url, async (somebody) => {
        await somebody.query("SELECT 1");
        return aside.putInPlace();
      });
      expect(isPlaced).toBe(false);
      expect(await value(database.ownerUrl, "SELECT count(*)::int FROM event_log")).toBe(0);
    });
  });

  test("refuses a folder whose passwords are lost", async () => {
    const file = join(dataDir, "database.json");
    const kept = readFileSync(file, "utf8");
    rmSync(file);
    await expect(openDatabase({ dataDir })).rejects.toThrow("restore the file");
    writeFileSync(file, kept, { mode: 0o600 });
  });
});
