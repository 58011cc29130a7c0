import { spawn } from "node:child_process";

/** How long a child may take to stop after a signal before it is killed; the server promises 25 s. */
const STOP_LIMIT_MS = 30_000;

/** @type {NodeJS.Signals[]} */
const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Thrown where the work is interrupted because the user asked to stop. */
export class Stopped extends Error {}

/**
 * The life of a launch script: its children, what is to be closed at the end, and the signals. The first
 * signal is passed on to the children, the second kills them; then everything is closed in reverse order.
 *
 * @typedef {object} Life
 * @property {boolean} isStopping
 * @property {(close: () => unknown) => void} atEnd closes run last in, first out
 * @property {(args: string[], options?: ChildOptions) => Promise<ChildResult>} node runs a Node program to its end
 * @property {(args: string[], options?: ChildOptions) => StartedChild} startNode
 *
 * @typedef {{ env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean, asks?: boolean }} ChildOptions
 * quiet keeps the output back; a child that asks the user gets our input
 * @typedef {{ code: number, output: string }} ChildResult code 1 for a child that a signal ended
 * @typedef {{ pid: number | undefined, end: Promise<ChildResult> }} StartedChild
 */

/**
 * Runs `work`, then closes everything and ends the process: with the code that `work` returns, 0 after a
 * stop the user asked for, 1 after an error, whose message is printed.
 * @param {(life: Life) => Promise<number>} work
 */
export async function live(work) {
  /** @type {Set<import("node:child_process").ChildProcess>} */
  const children = new Set();
  /** @type {(() => unknown)[]} */
  const closers = [];
  /** @type {Life} */
  const life = {
    isStopping: false,
    atEnd: (close) => closers.push(close),
    node: async (args, options) => {
      if (life.isStopping) throw new Stopped();
      const result = await startChild(children, args, options).end;
      if (life.isStopping) throw new Stopped();
      return result;
    },
    startNode: (args, options) => {
      if (life.isStopping) throw new Stopped();
      return startChild(children, args, options);
    },
  };
  listen(life, children);
  // A reader that goes away (npm start | head) must not keep the database from being stopped.
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
  process.exitCode = await outcome(life, work);
  await endChildren(children);
  for (const close of closers.reverse()) {
    try {
      await close();
    } catch (error) {
      console.error(messageOf(error));
      process.exitCode = 1;
    }
  }
  process.exit();
}

/**
 * @param {Life} life
 * @param {(life: Life) => Promise<number>} work
 */
async function outcome(life, work) {
  try {
    const code = await work(life);
    return life.isStopping ? 0 : code;
  } catch (error) {
    if (life.isStopping) return 0;
    console.error(messageOf(error));
    return 1;
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * @param {Life} life
 * @param {Set<import("node:child_process").ChildProcess>} children
 */
function listen(life, children) {
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      const isSecond = life.isStopping;
      life.isStopping = true;
      for (const child of children) kill(child, isSecond ? "SIGKILL" : "SIGTERM");
    });
  }
}

/**
 * A child leads a process group of its own: a Ctrl-C in the terminal reaches only us, and we decide the order.
 * @param {Set<import("node:child_process").ChildProcess>} children
 * @param {string[]} args
 * @param {ChildOptions} [options]
 * @returns {StartedChild}
 */
function startChild(children, args, { env = process.env, cwd, quiet = false, asks = false } = {}) {
  const child = spawn(process.execPath, args, {
    env,
    ...(cwd ? { cwd } : {}),
    detached: process.platform !== "win32",
    stdio: [asks ? "inherit" : "ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  });
  children.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const end = new Promise((resolve) => {
    const finish = (/** @type {number | null} */ code) => {
      children.delete(child);
      resolve({ code: code ?? 1, output });
    };
    child.on("error", (error) => {
      output += error.message;
      finish(1);
    });
    child.on("close", finish);
  });
  return { pid: child.pid, end };
}

/** @param {Set<import("node:child_process").ChildProcess>} children */
async function endChildren(children) {
  const left = [...children];
  if (left.length === 0) return;
  for (const child of left) kill(child, "SIGTERM");
  const limit = setTimeout(() => {
    for (const child of left) kill(child, "SIGKILL");
  }, STOP_LIMIT_MS);
  await Promise.all(left.map((child) => new Promise((resolve) => child.once("close", resolve))));
  clearTimeout(limit);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function kill(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}
