import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isInCharge, lockDataDir } from "./data-dir-lock.mjs";

/**
 * What every launch script needs before its own work: a migrated database, the environment that leads to it,
 * and the generated client. Packages of node_modules are imported late, since they may just be being installed.
 *
 * @typedef {import("./life.mjs").Life} Life
 * @typedef {object} World
 * @property {NodeJS.ProcessEnv} env for the children: addresses, secret, folder, mode
 * @property {string} dataDir absolute
 * @property {boolean} isEmbedded
 * @property {string} ownerUrl
 * @property {() => Promise<import("./database-aside.mjs").Aside>} openAside beside the embedded database
 * @property {(pid: number) => void} recordServer so that the next start can stop it if we are killed
 */

/**
 * Takes charge of DATA_DIR when the database lies there.
 * @param {Life} life
 * @returns {Promise<(pid: number) => void>} what to tell the server's number
 * @throws if another launch script is in charge
 */
export async function takeCharge(life) {
  if (process.env["DATABASE_URL"]) return () => undefined;
  const dataDir = dataFolder();
  mkdirSync(dataDir, { recursive: true });
  const lock = await lockDataDir(dataDir);
  if (!lock) {
    throw new Error(
      `Muster is already running on ${dataDir}: stop it first, or set another DATA_DIR and PORT.`,
    );
  }
  life.atEnd(lock.release);
  return lock.recordServer;
}

/** @returns {string} DATA_DIR, absolute */
export function dataFolder() {
  return resolve(process.env["DATA_DIR"] || ".data");
}

/**
 * @param {Life} life
 * @param {{ root: string, mode: "production" | "development", recordServer?: (pid: number) => void }} options
 * @returns {Promise<World>}
 */
export async function openWorld(life, { root, mode, recordServer = () => undefined }) {
  const dataDir = dataFolder();
  const isEmbedded = !process.env["DATABASE_URL"];
  const { prepareDataDir } = await import("./database.mjs");
  if (isEmbedded || mode === "development") prepareDataDir(dataDir);
  const env = await checkedEnvironment({ dataDir, isEmbedded, mode });
  const { generate } = await import("./generate.mjs");
  generate(root);
  const { ownerUrl, openAside } = isEmbedded ? await embedded(life, dataDir, env) : real(env);
  if (!isEmbedded) await assertReachable(ownerUrl);
  await applyMigrations(ownerUrl);
  return { env, dataDir, isEmbedded, ownerUrl, openAside, recordServer };
}

/**
 * Checks every variable before anything is started; the embedded database's address is not known by then.
 * @param {{ dataDir: string, isEmbedded: boolean, mode: "production" | "development" }} options
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function checkedEnvironment({ dataDir, isEmbedded, mode }) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    NODE_ENV: mode,
    DATA_DIR: dataDir,
    DATABASE_EMBEDDED: isEmbedded ? "1" : "0",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  if (!env["AUTH_SECRET"] && (isEmbedded || mode === "development"))
    env["AUTH_SECRET"] = await keptSecret(dataDir);
  const { tsImport } = await import("tsx/esm/api");
  /** @type {typeof import("@/env")} */
  const { parseEnv } = await tsImport("../env.ts", import.meta.url);
  parseEnv(isEmbedded ? { ...env, DATABASE_URL: "postgresql://127.0.0.1/muster" } : env);
  return env;
}

/**
 * Made once: a new secret would sign everybody out.
 * @param {string} dataDir
 */
async function keptSecret(dataDir) {
  const { secret, writePrivately } = await import("./database.mjs");
  const file = join(dataDir, "auth-secret");
  if (!existsSync(file)) writePrivately(file, `${secret()}${secret()}\n`);
  return readFileSync(file, "utf8").trim();
}

/**
 * @param {Life} life
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env completed with the addresses
 */
async function embedded(life, dataDir, env) {
  const { openDatabase } = await import("./database.mjs");
  const database = await openDatabase({ dataDir });
  life.atEnd(() => database.stop());
  env["DATABASE_URL"] = database.url;
  env["DATABASE_OWNER_URL"] = database.ownerUrl;
  delete env["DATABASE_DIRECT_URL"];
  return { ownerUrl: database.ownerUrl, openAside: database.openAside };
}

/** @param {NodeJS.ProcessEnv} env */
function real(env) {
  const openAside = () => Promise.reject(new Error("Only the embedded database is ever replaced."));
  const ownerUrl = env["DATABASE_OWNER_URL"] || env["DATABASE_DIRECT_URL"] || env["DATABASE_URL"] || "";
  return { ownerUrl, openAside };
}

/**
 * @param {string} ownerUrl
 * @throws with a sentence that names the variable, and no more of the address than the driver tells
 */
async function assertReachable(ownerUrl) {
  const { withClient } = await import("./roles.mjs");
  try {
    await withClient(ownerUrl, (client) => client.query("SELECT 1"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database that DATABASE_URL names cannot be used: ${reason}.`, { cause: error });
  }
}

/** @param {string} ownerUrl */
async function applyMigrations(ownerUrl) {
  const { migrate } = await import("./migrate.mjs");
  const applied = await migrate(ownerUrl);
  if (applied.length > 0)
    console.log(`Applied ${applied.length} migration${applied.length === 1 ? "" : "s"}.`);
}

/**
 * For an operator's command beside a running server: its database, without taking charge of it.
 * @returns {Promise<NodeJS.ProcessEnv | undefined>} undefined if nobody is in charge
 */
export async function environmentOfRunning() {
  const dataDir = dataFolder();
  if (process.env["DATABASE_URL"] || !isInCharge(dataDir)) return undefined;
  const { openDatabase } = await import("./database.mjs");
  const database = await openDatabase({ dataDir, mayStart: false });
  const env = await checkedEnvironment({ dataDir, isEmbedded: true, mode: modeOfOperator() });
  return { ...env, DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl };
}

/** @returns {"production" | "development"} commands of an operator are held to production's rules by default */
export function modeOfOperator() {
  return process.env["NODE_ENV"] === "development" ? "development" : "production";
}
