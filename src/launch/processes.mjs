import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * What a process is called, and a mark that tells it from a later one that got the same number. Read from
 * /proc where there is one: slim containers come without `ps`. A zombie counts as gone.
 * @param {number} pid
 * @returns {{ name: string, startedAt: string } | undefined} undefined if it is gone
 */
export function processIdentity(pid) {
  if (existsSync("/proc/self/stat")) return identityFromProc(pid);
  if (process.platform === "win32") return isAlive(pid) ? { name: "", startedAt: "" } : undefined;
  const { stdout } = spawnSync("ps", ["-o", "lstart=,comm=", "-p", String(pid)], { encoding: "utf8" });
  const line = stdout.trim();
  return line === "" ? undefined : { name: line.slice(24).trim(), startedAt: line.slice(0, 24) };
}

/** @param {number} pid */
function identityFromProc(pid) {
  let text;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return undefined;
  }
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const name = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
  // Of proc(5): field 3 is the state, field 22 the start in clock ticks since boot.
  return fields[0] === "Z" ? undefined : { name, startedAt: fields[19] ?? "" };
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
