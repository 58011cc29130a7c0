import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockDataDir } from "./data-dir-lock.mjs";
import { freePort } from "./postgres.mjs";
import { processIdentity } from "./processes.mjs";

const SECRET = "Zk3v9QpLw7sXc1TbN5mRf8YhJd2GaUeO";
/** Nothing listens there: whatever gets past the checks fails at once. */
const DATABASE_URL = "postgresql://nobody@127.0.0.1:1/nothing";

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-start-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function start(variables: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { PATH = "" } = process.env;
  const env = {
    PATH,
    NODE_ENV: "production" as const,
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    ...variables,
  };
  const child = spawn(process.execPath, ["src/launch/start.mjs"], { env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

describe("npm start", () => {
  test.each([
    [{ PORT: "abc" }, "PORT must be a whole number from 1 to 65535.\n"],
    [{ DATABASE_URL }, /^AUTH_SECRET is missing: .*\n$/],
    [{ DATABASE_URL, AUTH_SECRET: "changeme" }, /^AUTH_SECRET is too weak for production: .*\n$/],
    [
      { DATABASE_URL, AUTH_SECRET: SECRET, DEMO: "1" },
      /^DEMO=1 is refused in production on a real database: .*\n$/,
    ],
    [
      { DATABASE_URL, AUTH_SECRET: SECRET, APP_URL: "http://muster.agency.com" },
      /^APP_URL must begin with https.*\n$/,
    ],
    [{ DATABASE_URL, AUTH_SECRET: SECRET }, /^The database that DATABASE_URL names cannot be used: .*\n$/],
  ])("given %o stops with one sentence", async (variables, sentence) => {
    const { code, output } = await start(variables);
    expect(output).toMatch(sentence);
    expect(code).toBe(1);
  });

  test("stops before starting anything when its port is taken", async () => {
    const blocker = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => blocker.listen(port, resolve));
    const { code, output } = await start({ PORT: String(port) });
    blocker.close();
    expect(output).toBe(`Port ${port} is in use by another program: stop it, or set PORT to a free one.\n`);
    expect(code).toBe(1);
    expect(existsSync(join(dataDir, "postgres"))).toBe(false);
    expect(existsSync(join(dataDir, "running.json"))).toBe(false);
  });

  test("refuses a folder that another start is in charge of", async () => {
    const lock = await lockDataDir(dataDir);
    const { code, output } = await start({});
    expect(output).toMatch(
      /^Muster is already running on .*: stop it first, or set another DATA_DIR and PORT\.\n$/,
    );
    expect(code).toBe(1);
    lock?.release();
  });
});

describe("lockDataDir", () => {
  test("is held by one at a time and can be had again once released", async () => {
    const lock = await lockDataDir(dataDir);
    expect(await lockDataDir(dataDir)).toBeUndefined();
    lock?.release();
    expect(await lockDataDir(dataDir)).toBeDefined();
  });

  test("goes to one of two that ask at once", async () => {
    const both = await Promise.all([lockDataDir(dataDir), lockDataDir(dataDir)]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  test("does not mistake a later process with the same number for its holder", async () => {
    const owner = { pid: process.pid, startedAt: "another boot" };
    writeFileSync(join(dataDir, "running.json"), JSON.stringify({ owner }));
    expect(await lockDataDir(dataDir)).toBeDefined();
  });

  test("stops the server that a killed start left behind", async () => {
    const server = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
      detached: true,
      stdio: "ignore",
    });
    const first = await lockDataDir(dataDir);
    first?.recordServer(server.pid ?? 0);
    const file = join(dataDir, "running.json");
    const content = JSON.parse(readFileSync(file, "utf8"));
    const dead = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(file, JSON.stringify({ ...content, owner: { pid: dead.pid, startedAt: "gone" } }));
    expect(await lockDataDir(dataDir)).toBeDefined();
    expect(processIdentity(server.pid ?? 0)).toBeUndefined();
  });
});
