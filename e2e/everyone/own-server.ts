import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import pg from "pg";
import { familyOf, freePort, kill, parentOf, untilGone } from "./processes";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * What a SIGKILL hits. The server's process group; the launch script, after which server and database live on
 * without it; both, after which the database lives on alone; or the database as well, as when the power fails.
 */
export type Blow = "server" | "launcher" | "launcher and server" | "everything";

/** A server as `npm start` runs it, with a demo agency of its own, for tests that kill it. */
export interface OwnServer {
  readonly baseURL: string;
  /** Starts it on the same folder; resolves when it answers. */
  start(): Promise<void>;
  /** Kills and waits until what was hit is gone. */
  strike(blow: Blow): Promise<void>;
  /** Asks it to stop; resolves to its exit code when no process of it is left, the database's included. */
  stop(): Promise<number | null>;
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** The number of the process that serves the pages. */
  serverPid(): number;
  /** Kills what is left and removes the folder. */
  dispose(): Promise<void>;
}

/** Makes the folder; nothing runs yet. */
export async function ownServer(): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "muster-crash-"));
  // Postgres' own user must be able to pass through it when we are root.
  chmodSync(folder, 0o711);
  const port = await freePort();
  let starts = 0;
  let launcher: ChildProcess | undefined;
  let database = 0;
  const launcherPid = () => launcher?.pid ?? 0;
  const serverPid = (): number =>
    JSON.parse(readFileSync(join(folder, "running.json"), "utf8")).server?.pid ?? 0;

  return {
    baseURL: `http://localhost:${port}`,
    serverPid,
    query: (text, values) => withClient(folder, async (client) => (await client.query(text, values)).rows),
    async start() {
      starts += 1;
      const logFile = join(folder, `output-${starts}.log`);
      const child = launch({ DATA_DIR: folder, PORT: String(port) }, logFile);
      launcher = child;
      await expect
        .poll(() => readyOrOutput(child, logFile), {
          timeout: 120_000,
          intervals: [50],
          message: "the start",
        })
        .toBe("ready");
      database = await withClient(folder, postmasterOf);
    },
    async strike(blow) {
      const [first, server] = [launcherPid(), serverPid()];
      const hit = {
        server: [-server],
        launcher: [first],
        "launcher and server": [first, -server],
        everything: [first, -server, database],
      }[blow];
      const backends = blow === "everything" ? familyOf([database]) : [];
      for (const target of hit) kill(target, "SIGKILL");
      await untilGone([...hit.map(Math.abs), ...backends]);
      // Without its server the launch script has nothing left to do: it stops the database and ends.
      if (blow === "server") await untilGone([first, database]);
    },
    async stop() {
      const family = familyOf([launcherPid(), database]);
      const code = new Promise<number | null>((resolve) => launcher?.once("exit", resolve));
      launcher?.kill("SIGTERM");
      await untilGone(family);
      return code;
    },
    async dispose() {
      const known = [launcherPid(), database, existsSync(join(folder, "running.json")) ? serverPid() : 0];
      const left = familyOf(known.filter((pid) => pid > 0));
      for (const pid of left) kill(pid, "SIGKILL");
      await untilGone(left);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Nothing of our own surroundings: a DATABASE_URL there would make it another server. */
function launch(variables: Readonly<Record<string, string>>, logFile: string): ChildProcess {
  const { PATH = "", HOME = "", TMPDIR } = process.env;
  const log = openSync(logFile, "w");
  const child = spawn(process.execPath, ["src/launch/start.mjs"], {
    cwd: ROOT,
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), NODE_ENV: "production", DEMO: "1", ...variables },
    detached: true,
    // A file: a pipe would break under the server when the launch script is killed.
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  return child;
}

/** @throws when it ended instead of getting ready, with what it said */
function readyOrOutput(child: ChildProcess, logFile: string): string {
  const output = readFileSync(logFile, "utf8");
  const ended = child.exitCode ?? child.signalCode;
  if (ended !== null) throw new Error(`The start ended with ${ended}:\n${output}`);
  return output.includes("Muster is ready") ? "ready" : output;
}

async function withClient<T>(folder: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = readFileSync(join(folder, "database-url"), "utf8").trim();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** The database's first process: the parent of the one that serves this connection. */
async function postmasterOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const parent = parentOf(rows[0]?.pid ?? 0);
  if (parent === undefined) throw new Error("the database's first process was not found");
  return parent;
}
