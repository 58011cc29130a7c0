import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { binariesFolder, placeOfCluster, postgresAccount } from "./postgres-account.mjs";
import { processIdentity } from "./processes.mjs";

/**
 * One embedded PostgreSQL server, started straight from the packaged programs: the package's own class
 * installs exit hooks that would stop the database before the server that uses it.
 *
 * @typedef {object} ClusterOptions
 * @property {string} folder the data folder; made on first use
 * @property {number} port wanted; an adopted server keeps its own
 * @property {string} password of the superuser `postgres`
 * @property {boolean} [durable] false trades safety after a power cut for speed; tests only
 * @property {boolean} [mayStart] false only adopts: somebody else is in charge of the server
 *
 * @typedef {object} Cluster
 * @property {number} port
 * @property {number} pid of the postmaster
 * @property {boolean} adopted true if it was already running
 * @property {string} superuserUrl of the database `postgres`
 * @property {(mode?: "fast" | "immediate") => Promise<void>} stop
 */

const START_LIMIT_MS = 60_000;
const LOG_BYTES_MAX = 10_000_000;

/** Why each. Statements of utilities may hold passwords, so they are not tracked. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  idle_in_transaction_session_timeout: "60s",
  max_locks_per_transaction: "256",
  max_connections: "200",
  shared_preload_libraries: "pg_stat_statements",
  "pg_stat_statements.track_utility": "off",
};

const UNSAFE_BUT_FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Makes the cluster where there is none, then adopts the server that already runs on this folder, or starts
 * one. A server that holds the folder but does not answer is stopped first; there are never two.
 * @param {ClusterOptions} options
 * @returns {Promise<Cluster>}
 */
export async function openCluster(options) {
  const account = postgresAccount();
  const bin = join(binariesFolder(account), "bin");
  const folder = placeOfCluster(account, options.folder);
  if (!existsSync(join(folder, "PG_VERSION"))) initialise(bin, account, folder, options.password);
  const running = await adopt(folder, options.password);
  if (running) return handle(bin, account, folder, { ...running, adopted: true }, options.password);
  if (options.mayStart === false) throw new Error(`No PostgreSQL server answers on ${options.folder} yet.`);
  await stopServer(bin, account, folder, "fast");
  const port = (await isFree(options.port)) ? options.port : await freePort();
  const pid = await launch(bin, account, folder, port, options);
  return handle(bin, account, folder, { pid, port, adopted: false }, options.password);
}

/**
 * @param {string} bin
 * @param {import("./postgres-account.mjs").Account} account
 * @param {string} folder
 * @param {{ pid: number, port: number, adopted: boolean }} server
 * @param {string} password
 * @returns {Cluster}
 */
function handle(bin, account, folder, server, password) {
  return {
    ...server,
    superuserUrl: databaseUrl({ user: "postgres", password, port: server.port, database: "postgres" }),
    stop: (mode = "fast") => stopServer(bin, account, folder, mode),
  };
}

/**
 * Every address pins the session to UTC, without which Prisma misreads timestamps.
 * @param {{ user: string, password: string, port: number, database: string }} parts
 */
export function databaseUrl({ user, password, port, database }) {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}?options=-c%20TimeZone%3DUTC`;
}

/**
 * A first start that is killed leaves only `<folder>.new`, which the next one clears away.
 * @param {string} bin
 * @param {import("./postgres-account.mjs").Account} account
 * @param {string} folder
 * @param {string} password
 */
function initialise(bin, account, folder, password) {
  const half = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) {
    chownSync(half, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const flags = [
    `--pgdata=${half}`,
    `--pwfile=${passwordFile}`,
    "--username=postgres",
    "--auth=scram-sha-256",
  ];
  const made = spawnSync(
    join(bin, "initdb"),
    [...flags, "--encoding=UTF8", "--locale=C", "--no-instructions"],
    {
      ...account,
      cwd: half,
      encoding: "utf8",
    },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    throw new Error(`The embedded PostgreSQL could not be set up: ${made.stderr || made.error?.message}`);
  }
  renameSync(half, folder);
}

/**
 * Answers only for a server whose data folder is ours: another one may have taken the port since.
 * @param {string} folder
 * @param {string} password
 * @returns {Promise<{ pid: number, port: number } | undefined>}
 */
async function adopt(folder, password) {
  const server = readPidFile(folder);
  if (!server || !isPostgres(server.pid)) return undefined;
  const answer = await ask(server.port, password, "SHOW data_directory");
  return answer && realpathSync(answer) === folder ? server : undefined;
}

/**
 * Process, and port, from `postmaster.pid` (lines 1 and 4).
 * @param {string} folder
 */
function readPidFile(folder) {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  return Number.isNaN(pid) || Number.isNaN(port) ? undefined : { pid, port };
}

/**
 * One value from the server, waiting while it starts up or recovers; undefined if it does not answer as ours.
 * @param {number} port
 * @param {string} password
 * @param {string} sql
 * @returns {Promise<string | undefined>}
 */
async function ask(port, password, sql) {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const client = new pg.Client({
      connectionString: databaseUrl({ user: "postgres", password, port, database: "postgres" }),
      connectionTimeoutMillis: 5_000,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query({ text: sql, rowMode: "array" });
      return String(rows[0]?.[0]);
    } catch (error) {
      if (!isStartingUp(error)) return undefined;
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return undefined;
}

/** @param {unknown} error */
function isStartingUp(error) {
  return error instanceof Error && "code" in error && error.code === "57P03";
}

/**
 * The server gets a session of its own, so that a Ctrl-C in the terminal reaches us and not the database.
 * Its output goes to a file: a pipe would break under it if we are killed.
 * @param {string} bin
 * @param {import("./postgres-account.mjs").Account} account
 * @param {string} folder
 * @param {number} port
 * @param {ClusterOptions} options
 */
async function launch(bin, account, folder, port, options) {
  const logFile = `${options.folder}.log`;
  const isLong = existsSync(logFile) && statSync(logFile).size > LOG_BYTES_MAX;
  const log = openSync(logFile, isLong ? "w" : "a", 0o600);
  chmodSync(logFile, 0o600);
  const settings = {
    ...SETTINGS,
    ...(options.durable === false ? UNSAFE_BUT_FAST : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const deadline = Date.now() + START_LIMIT_MS;
  try {
    while (Date.now() < deadline) {
      const child = spawn(join(bin, "postgres"), ["-D", folder, "-p", String(port), ...flags], {
        ...account,
        cwd: folder,
        detached: true,
        stdio: ["ignore", log, log],
      });
      child.on("error", () => undefined);
      if (child.pid !== undefined && (await becomesReady(child, port, options.password))) {
        child.unref();
        return child.pid;
      }
      if (!isStillEnding(folder, tailOf(logFile))) break;
      await pause(200);
    }
  } finally {
    closeSync(log);
  }
  throw new Error(`The embedded PostgreSQL did not start. The end of ${logFile}:\n${tailOf(logFile)}`);
}

/**
 * Whether a start that failed may succeed a moment later: the backends of a killed server hold its shared memory
 * a little longer than itself, and its number counts as taken until its parent has noticed the death.
 * @param {string} folder
 * @param {string} output the end of the log
 */
function isStillEnding(folder, output) {
  if (output.includes("pre-existing shared memory block")) return true;
  const holder = readPidFile(folder);
  const isRefused = output.includes('lock file "postmaster.pid" already exists');
  return isRefused && holder !== undefined && processIdentity(holder.pid) === undefined;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} port
 * @param {string} password
 */
async function becomesReady(child, port, password) {
  const deadline = Date.now() + START_LIMIT_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if ((await ask(port, password, "SELECT 1")) === "1") return true;
    await pause(25);
  }
  return false;
}

/**
 * @param {string} bin
 * @param {import("./postgres-account.mjs").Account} account
 * @param {string} folder
 * @param {"fast" | "immediate"} mode
 */
async function stopServer(bin, account, folder, mode) {
  const server = readPidFile(folder);
  // A stale file may name a process that has since become somebody else's; Postgres clears it by itself.
  if (!server || !isPostgres(server.pid)) return;
  await new Promise((resolve) => {
    const arguments_ = ["stop", "-D", folder, "-m", mode, "-w", "-t", "30", "-s"];
    const child = spawn(join(bin, "pg_ctl"), arguments_, {
      ...account,
      cwd: dirname(folder),
      stdio: "ignore",
      detached: true,
    });
    child.on("close", resolve).on("error", resolve);
  });
  const left = readPidFile(folder);
  if (left && isPostgres(left.pid)) {
    throw new Error(`The PostgreSQL server ${left.pid} holds ${folder} and does not stop.`);
  }
}

/** @param {number} pid */
function isPostgres(pid) {
  const name = processIdentity(pid)?.name;
  return name !== undefined && (name.includes("postgres") || process.platform === "win32");
}

/** @param {string} file */
function tailOf(file) {
  return readFileSync(file, "utf8").split("\n").slice(-12).join("\n");
}

/** @param {number} port */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** @returns {Promise<number>} a TCP port of 127.0.0.1 that nobody listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
