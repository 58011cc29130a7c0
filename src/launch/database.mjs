import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openAside } from "./database-aside.mjs";
import { databaseUrl, freePort, openCluster } from "./postgres.mjs";
import { createDatabase, createExtensions, ensureRoles, withClient } from "./roles.mjs";

/**
 * The embedded database in DATA_DIR. Beside the cluster (`postgres/`, `postgres.log`) the folder keeps
 * `database.json` (port and passwords) and `database-url` (the application's address, for people and tools),
 * both readable by their owner only.
 *
 * @typedef {{ port: number, superuser: string, owner: string, app: string }} Settings
 *
 * @typedef {object} EmbeddedDatabase
 * @property {string} url as `muster_app`
 * @property {string} ownerUrl as `muster_owner`: migrations, partitions, retention
 * @property {boolean} adopted true if the server was already running
 * @property {() => Promise<import("./database-aside.mjs").Aside>} openAside an empty database beside it, in place of one left there before
 * @property {() => Promise<void>} stop
 */

const NAME = "muster";

/**
 * @param {{ dataDir: string, durable?: boolean, mayStart?: boolean }} options as for the cluster
 * @returns {Promise<EmbeddedDatabase>}
 */
export async function openDatabase({ dataDir, durable = true, mayStart = true }) {
  const folder = resolve(dataDir);
  prepareDataDir(folder);
  const settings = await readSettings(folder);
  const cluster = await openCluster({
    folder: join(folder, "postgres"),
    port: settings.port,
    password: settings.superuser,
    durable,
    mayStart,
  });
  if (cluster.port !== settings.port) writeSettings(folder, { ...settings, port: cluster.port });
  const addressesOf = (/** @type {string} */ name) => addresses(cluster.port, settings, name);
  const own = addressesOf(NAME);
  try {
    await withClient(cluster.superuserUrl, async (superuser) => {
      await ensureRoles(superuser, settings);
      const { rowCount } = await superuser.query("SELECT 1 FROM pg_database WHERE datname = $1", [NAME]);
      if (rowCount === 0) await createDatabase(superuser, NAME);
    });
    await createExtensions(own.superuserUrl);
  } catch (error) {
    if (!cluster.adopted) await cluster.stop();
    throw error;
  }
  writePrivately(join(folder, "database-url"), `${own.url}\n`);
  return {
    url: own.url,
    ownerUrl: own.ownerUrl,
    adopted: cluster.adopted,
    openAside: () => openAside({ name: NAME, maintenanceUrl: cluster.superuserUrl, addressesOf }),
    stop: () => cluster.stop(),
  };
}

/**
 * @param {number} port
 * @param {Settings} settings
 * @param {string} database
 */
function addresses(port, settings, database) {
  const at = { port, database };
  return {
    superuserUrl: databaseUrl({ ...at, user: "postgres", password: settings.superuser }),
    ownerUrl: databaseUrl({ ...at, user: "muster_owner", password: settings.owner }),
    url: databaseUrl({ ...at, user: "muster_app", password: settings.app }),
  };
}

/**
 * Postgres' own user must be able to pass through the folder when we are root; nobody can list it.
 * @param {string} folder absolute
 */
export function prepareDataDir(folder) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/**
 * Chosen once, before the cluster is made, so that a first start that is killed can be taken up again.
 * @param {string} folder
 * @returns {Promise<Settings>}
 */
async function readSettings(folder) {
  const file = join(folder, "database.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  if (existsSync(join(folder, "postgres"))) {
    throw new Error(
      `${file} is missing, and with it the passwords of the database beside it: restore the file.`,
    );
  }
  const settings = { port: await freePort(), superuser: secret(), owner: secret(), app: secret() };
  writeSettings(folder, settings);
  return settings;
}

/**
 * @param {string} folder
 * @param {Settings} settings
 */
function writeSettings(folder, settings) {
  writePrivately(join(folder, "database.json"), `${JSON.stringify(settings, null, 2)}\n`);
}

/**
 * Whole or not at all, and never readable by others.
 * @param {string} file
 * @param {string} text
 */
export function writePrivately(file, text) {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}

/** @returns {string} 192 random bits, safe in addresses and shells */
export function secret() {
  return randomBytes(24).toString("base64url");
}
