import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export interface Worker {
  readonly process: ChildProcess;
  /** What it noted so far. */
  lines(): readonly string[];
  /** The tries that it noted before they began. */
  begun(): readonly { readonly eventId: string; readonly handler: string }[];
  /** True when it ended and nobody killed it. */
  endedAlone(): boolean;
  /** Lets it stand still for so long, as a process that is swapped out. */
  freeze(ms: number): Promise<void>;
  /** Resolves when it is gone, whoever ended it. */
  gone(): Promise<void>;
  kill(): Promise<void>;
}

/**
 * Starts a worker process as its own Node.js, to be killed for real.
 * @param listenUrl where it listens for wake-ups; without it, it only polls
 */
export function startWorker(
  url: string,
  fault: "after-effect" | "after-commit" | "after-claim" | "none",
  listenUrl?: string,
): Worker {
  const script = fileURLToPath(new URL("./worker.ts", import.meta.url));
  const child = spawn(
    process.execPath,
    [
      "--conditions=react-server",
      "--import",
      "tsx",
      script,
      url,
      fault,
      ...(listenUrl === undefined ? [] : [listenUrl]),
    ],
    { cwd: fileURLToPath(new URL("../../..", import.meta.url)), stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const lines = () => output.split("\n").filter((line) => line !== "");
  const closed = once(child, "close");
  let isKilled = false;
  return {
    process: child,
    lines,
    begun: () =>
      lines().flatMap((line) => {
        const [word, eventId, handler] = line.split(" ");
        return word === "begin" && eventId && handler ? [{ eventId, handler }] : [];
      }),
    endedAlone: () => !isKilled && (child.exitCode !== null || child.signalCode !== null),
    freeze: async (ms) => {
      child.kill("SIGSTOP");
      await pause(ms);
      child.kill("SIGCONT");
    },
    gone: async () => {
      await closed;
    },
    kill: async () => {
      isKilled ||= child.exitCode === null && child.signalCode === null;
      child.kill("SIGKILL");
      await closed;
    },
  };
}
