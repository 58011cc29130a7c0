import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ version?: string, dev?: boolean, devOptional?: boolean, optional?: boolean, link?: boolean }} Entry */

/**
 * Makes node_modules agree with the lockfile, with npm ci where it does not.
 * @param {string} root
 * @param {{ dev: boolean }} wanted whether the packages of development must be there too, as for a build
 * @returns {boolean} whether anything was installed
 */
export function ensureDependencies(root, { dev }) {
  if (isInstalled(root, dev)) return false;
  const npm = process.env["npm_execpath"];
  // With those of development in any case: a build checks types.
  const flags = ["ci", "--no-audit", "--no-fund", "--ignore-scripts=false", "--include=dev"];
  const command = npm?.endsWith(".js") ? process.execPath : process.platform === "win32" ? "npm.cmd" : "npm";
  const made = spawnSync(command, npm?.endsWith(".js") ? [npm, ...flags] : flags, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: command === "npm.cmd",
  });
  if (made.status !== 0) throw new Error("npm ci failed: the packages of Muster could not be installed.");
  if (!isInstalled(root, dev)) throw new Error("npm ci left packages out: look at npm's omit setting.");
  return true;
}

/**
 * The stamp saves comparing; without one, npm's own record of what it installed is compared.
 * @param {string} root
 * @param {boolean} dev
 */
function isInstalled(root, dev) {
  const lockfile = readFileSync(join(root, "package-lock.json"));
  const hash = createHash("sha256").update(lockfile).digest("hex");
  const stampFile = join(root, "node_modules/.muster-lock");
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, "utf8").trim() : "";
  if (stamp === `${hash} all` || (stamp === `${hash} run` && !dev)) return true;
  const recordFile = join(root, "node_modules/.package-lock.json");
  if (!existsSync(recordFile)) return false;
  const wanted = JSON.parse(lockfile.toString("utf8")).packages;
  const present = JSON.parse(readFileSync(recordFile, "utf8")).packages;
  const hasAll = agrees(root, wanted, present, true);
  if (!hasAll && (dev || !agrees(root, wanted, present, false))) return false;
  writeFileSync(stampFile, `${hash} ${hasAll ? "all" : "run"}\n`);
  return true;
}

/**
 * @param {string} root
 * @param {Record<string, Entry>} wanted
 * @param {Record<string, Entry>} present
 * @param {boolean} dev
 */
function agrees(root, wanted, present, dev) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link || (!dev && (entry.dev || entry.devOptional))) return true;
    const found = present[path];
    if (!found) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && existsSync(join(root, path));
  });
}
