import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { withClient } from "./roles.mjs";

/** The lock Prisma Migrate takes itself, so that both exclude each other. Not to be used through a pooler. */
const MIGRATION_LOCK = 72707369;
const LOCK_WAIT = "60s";
const DEFAULT_FOLDER = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** The table as Prisma Migrate makes it. */
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** @typedef {{ name: string, sql: string, checksum: string }} Migration checksum: SHA-256 of the file, hex */

/**
 * The migrations on disk in the order they apply.
 * @param {string} [folder]
 * @returns {Migration[]}
 * @throws if there are none: an empty folder is a broken checkout, not an empty schema
 */
export function readMigrations(folder = DEFAULT_FOLDER) {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const migrations = names
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .map((name) => {
      const bytes = readFileSync(join(folder, name, "migration.sql"));
      return {
        name,
        sql: bytes.toString("utf8"),
        checksum: createHash("sha256").update(bytes).digest("hex"),
      };
    });
  if (migrations.length === 0) throw new Error(`There are no migrations in ${folder}.`);
  return migrations;
}

/**
 * Applies what is pending, under Prisma's lock and in Prisma's bookkeeping, so that
 * `prisma migrate deploy` elsewhere agrees with it.
 * @param {string} url of the role that owns the tables
 * @param {string} [folder]
 * @returns {Promise<string[]>} the names applied now
 * @throws on a changed file, an unfinished or failing migration; nothing after it is applied
 */
export async function migrate(url, folder = DEFAULT_FOLDER) {
  const migrations = readMigrations(folder);
  return withClient(url, async (client) => {
    await client.query(`SET lock_timeout = '${LOCK_WAIT}'; SET statement_timeout = 0`);
    await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await client.query("SET lock_timeout = 0; SET client_min_messages = warning");
    await client.query(BOOKKEEPING);
    const pending = await pendingMigrations(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
    // The end of the session releases the lock, also when a migration leaves the connection broken.
  });
}

/**
 * @param {import("pg").Client} client
 * @param {Migration[]} migrations
 */
async function pendingMigrations(client, migrations) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const unfinished = rows.find((row) => !row.finished);
  if (unfinished) {
    throw new Error(
      `Migration ${unfinished.name} was started and never finished: look at its logs in _prisma_migrations, ` +
        "put the database right, then set its rolled_back_at (to run it again) or finished_at.",
    );
  }
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const changed = migrations.find(
    ({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum,
  );
  if (changed) {
    throw new Error(
      `Migration ${changed.name} was changed after it was applied: restore it and add a new one.`,
    );
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/**
 * The file and its bookkeeping in one transaction: a start that is killed meanwhile leaves nothing of either, and
 * the next one runs it again. A failure goes on record as unfinished, as Prisma leaves it.
 * @param {import("pg").Client} client
 * @param {Migration} migration
 */
async function apply(client, migration) {
  const id = randomUUID();
  try {
    await client.query("BEGIN");
    await begin(client, id, migration);
    await client.query(migration.sql);
    await finish(client, id);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    if (refusesTransaction(error)) return applyAlone(client, id, migration);
    await begin(client, id, migration).catch(() => undefined);
    throw await failure(client, id, migration, error);
  }
}

/**
 * A file with a single statement that refuses a transaction. What a kill leaves of it is unknown, so it stays on
 * record as begun and stops the next start.
 * @param {import("pg").Client} client
 * @param {string} id
 * @param {Migration} migration
 */
async function applyAlone(client, id, migration) {
  await begin(client, id, migration);
  try {
    await client.query(migration.sql);
  } catch (error) {
    throw await failure(client, id, migration, error);
  }
  await finish(client, id);
}

/**
 * @param {import("pg").Client} client
 * @param {string} id
 * @param {Migration} migration
 */
async function begin(client, id, { name, checksum }) {
  await client.query(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)`, [
    id,
    checksum,
    name,
  ]);
}

/**
 * @param {import("pg").Client} client
 * @param {string} id
 */
async function finish(client, id) {
  // A file may have changed the session, its search path above all.
  await client.query("RESET ALL; SET statement_timeout = 0; SET client_min_messages = warning");
  await client.query(
    `UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1`,
    [id],
  );
}

/**
 * @param {import("pg").Client} client
 * @param {string} id
 * @param {Migration} migration
 * @param {unknown} error
 * @returns {Promise<Error>}
 */
async function failure(client, id, { name, sql }, error) {
  const reason = describe(error, sql);
  await client
    .query(`UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1`, [id, reason])
    .catch(() => undefined);
  return new Error(`Migration ${name} failed: ${reason}`, { cause: error });
}

/** @param {unknown} error Postgres' active_sql_transaction */
function refusesTransaction(error) {
  return error instanceof Error && "code" in error && error.code === "25001";
}

/**
 * @param {unknown} error
 * @param {string} sql
 */
function describe(error, sql) {
  if (!(error instanceof Error)) return String(error);
  const position = "position" in error ? Number(error.position) : Number.NaN;
  const where = Number.isNaN(position) ? "" : ` (line ${sql.slice(0, position).split("\n").length})`;
  return `${error.message}${where}`;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const url =
    process.env["DATABASE_OWNER_URL"] ?? process.env["DATABASE_DIRECT_URL"] ?? process.env["DATABASE_URL"];
  try {
    if (!url) throw new Error("Set DATABASE_OWNER_URL or DATABASE_URL to the database to migrate.");
    const applied = await migrate(url);
    console.log(applied.length === 0 ? "Nothing to migrate." : `Applied ${applied.join(", ")}.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
