import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect } from "@playwright/test";

/** Parent of every process there is, by number. One that has ended and waits for its parent is left out. */
function parents(): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (existsSync("/proc/self/stat")) {
    for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
      const [state, parent] = fieldsOf(name);
      if (state !== undefined && state !== "Z") found.set(Number(name), Number(parent));
    }
    return found;
  }
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  for (const line of stdout.trim().split("\n")) {
    const [pid, parent] = line.trim().split(/\s+/);
    found.set(Number(pid), Number(parent));
  }
  return found;
}

/** State and parent, of proc(5); nothing of a process that ended while we looked. */
function fieldsOf(pid: string): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

export function parentOf(pid: number): number | undefined {
  return parents().get(pid);
}

/** These processes and all below them. */
export function familyOf(pids: readonly number[]): readonly number[] {
  const family = new Set(pids);
  const all = [...parents()];
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const [pid, parent] of all) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}

/** Resolves when none of them runs any more. */
export async function untilGone(pids: readonly number[]): Promise<void> {
  await expect
    .poll(
      () => {
        const running = parents();
        return pids.filter((pid) => running.has(pid));
      },
      { timeout: 40_000, intervals: [20, 50, 100], message: "processes that should have ended" },
    )
    .toEqual([]);
}

/** Kills a process, or with a minus sign its whole group; one that is gone already is fine. */
export function kill(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** A port that nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
