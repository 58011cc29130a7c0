import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface Worker {
  readonly process: ChildProcess;
  /** What it noted so far. */
  lines(): readonly string[];
  /** The tries that it noted before they began. */
  begun(): readonly { readonly eventId: string; readonly handler: string }[];
  /** Resolves when it is gone, whoever ended it. */
  gone(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts a worker process as its own Node.js, to be killed for real. */
export function startWorker(
  url: string,
  fault: "after-effect" | "after-commit" | "after-claim" | "none",
): Worker {
  const script = fileURLToPath(new URL("./worker.ts", import.meta.url));
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", script, url, fault],
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
  return {
    process: child,
    lines,
    begun: () =>
      lines().flatMap((line) => {
        const [word, eventId, handler] = line.split(" ");
        return word === "begin" && eventId && handler ? [{ eventId, handler }] : [];
      }),
    gone: async () => {
      await closed;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await closed;
    },
  };
}
