import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { processIdentity } from "./processes.mjs";

/**
 * One launch script at a time is in charge of a DATA_DIR. `running.json` names it and the server it started;
 * a number alone would not do, since containers hand out the same process numbers again after a restart.
 *
 * @typedef {{ pid: number, startedAt: string }} Holder
 * @typedef {{ owner: Holder, server?: Holder }} Content
 */

const ORPHAN_LIMIT_MS = 30_000;

/**
 * Takes the lock. A server whose launch script was killed is stopped first, so that two never run.
 * @param {string} dataDir
 * @returns {Promise<{ recordServer: (pid: number) => void, release: () => void } | undefined>} undefined
 * while another launch script is in charge
 */
export async function lockDataDir(dataDir) {
  const file = join(dataDir, "running.json");
  const owner = holder(process.pid);
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ owner }), { mode: 0o600 });
  try {
    while (!linked(mine, file)) {
      const text = readIfThere(file);
      if (text === undefined) continue;
      const content = parse(text);
      if (content && isRunning(content.owner)) return undefined;
      if (content?.server) await stopOrphan(content.server);
      clearStale(file, text);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    recordServer: (pid) => {
      writeFileSync(mine, JSON.stringify({ owner, server: holder(pid) }), { mode: 0o600 });
      renameSync(mine, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** @param {string} dataDir whether a launch script is in charge of it */
export function isInCharge(dataDir) {
  const text = readIfThere(join(dataDir, "running.json"));
  const content = text === undefined ? undefined : parse(text);
  return content !== undefined && isRunning(content.owner);
}

/**
 * @param {string} from
 * @param {string} to
 */
function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * @param {string} text
 * @returns {Content | undefined}
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Moved aside before it is judged again: another start may have put its own in place meanwhile.
 * @param {string} file
 * @param {string} staleText
 */
function clearStale(file, staleText) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readIfThere(aside) !== staleText) linked(aside, file);
  rmSync(aside, { force: true });
}

/**
 * @param {number} pid
 * @returns {Holder}
 */
function holder(pid) {
  return { pid, startedAt: processIdentity(pid)?.startedAt ?? "" };
}

/** @param {Holder} who */
function isRunning(who) {
  return processIdentity(who.pid)?.startedAt === who.startedAt;
}

/** @param {Holder} server */
async function stopOrphan(server) {
  const deadline = Date.now() + ORPHAN_LIMIT_MS;
  // The server leads a process group; Windows knows none.
  const target = process.platform === "win32" ? server.pid : -server.pid;
  if (isRunning(server)) process.kill(target, "SIGTERM");
  while (isRunning(server)) {
    if (Date.now() > deadline) process.kill(target, "SIGKILL");
    await pause(50);
  }
}
