import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDatabase } from "./database.mjs";
import { ensureDemo } from "./demo.mjs";
import { migrate } from "./migrate.mjs";
import { withClient } from "./roles.mjs";

let dataDir: string;
let database: Awaited<ReturnType<typeof openDatabase>>;

beforeEach(async () => {
  vi.spyOn(console, "log").mockReturnValue();
  dataDir = mkdtempSync(join(tmpdir(), "muster-demo-"));
  chmodSync(dataDir, 0o711);
  database = await openDatabase({ dataDir, durable: false });
  await migrate(database.ownerUrl);
});
afterEach(async () => {
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What somebody did, as far as this is concerned: a record and its fact. */
async function work(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("INSERT INTO client (id, name) VALUES (gen_random_uuid(), $1)", [name]);
    await client.query(
      `INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, recorded_at, expires_on)
       VALUES (gen_random_uuid(), 'CLIENT_CREATED', 'directory', now(), $1, 'test', '{}', now(), now() + interval '7 years')`,
      [name],
    );
  });
}

const names = () =>
  withClient(database.url, async (client) => {
    const { rows } = await client.query<{ name: string }>("SELECT name FROM client ORDER BY name");
    return rows.map((row) => row.name);
  });

/** A start up to the demo agency; `code` is what the seeding ends with after its first record. */
async function start(demo: "0" | undefined, code: number): Promise<boolean> {
  vi.stubEnv("DEMO", demo);
  const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: database.url };
  const { ownerUrl, openAside } = database;
  const life = {
    isStopping: false,
    atEnd: () => 0,
    startNode: () => ({ pid: undefined, end: Promise.resolve({ code, output: "" }) }),
    node: async (_: string[], options?: { env?: NodeJS.ProcessEnv }) => {
      await work(options?.env?.["DATABASE_URL"] ?? "", "Demo");
      return { code, output: "" };
    },
  };
  const world = { env, dataDir, isEmbedded: true, ownerUrl, openAside, recordServer: () => undefined };
  const hasDemo = await ensureDemo(life, world, ".");
  expect(env["DEMO"]).toBe(hasDemo ? "1" : "0");
  return hasDemo;
}

test("a seeding that fails leaves an empty database, and what people then do in it is never dropped", async () => {
  await expect(start(undefined, 1)).rejects.toThrow("could not be made");
  expect(await names()).toEqual([]);
  expect(await start("0", 0)).toBe(false);
  await work(database.url, "Real");
  expect(await start(undefined, 0)).toBe(false);
  expect(await names()).toEqual(["Real"]);
});

test("an empty database becomes the demo agency, once, and is known as such later", async () => {
  expect(await start("0", 0)).toBe(false);
  expect(await start(undefined, 0)).toBe(true);
  expect(await names()).toEqual(["Demo"]);
  expect(await start(undefined, 0)).toBe(true);
  expect(await start("0", 0)).toBe(true);
  expect(await names()).toEqual(["Demo"]);
});
