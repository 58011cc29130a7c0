import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import * as z from "zod";
import type { Row } from "@/modules/staffing/plan/shapes";

/** The solver's thread, as the rest of the server sees it. */

export interface SolverOrder {
  readonly scores: readonly number[];
  readonly rows: readonly Row[];
  /** A roster to begin with. */
  readonly start: readonly number[];
  /** For all of it. */
  readonly seconds: number;
}

const solved = z.object({
  value: z.number(),
  /** No roster is better than this. */
  bound: z.number(),
  taken: z.array(z.int()),
  isProven: z.boolean(),
});
const told = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("progress"),
    stage: z.enum(["filled", "fit"]),
    value: z.number(),
    bound: z.number(),
  }),
  z.object({ kind: z.literal("done"), seats: solved, fit: solved }),
]);

export type SolverProgress = Extract<z.infer<typeof told>, { kind: "progress" }>;
export type SolverAnswer = Omit<Extract<z.infer<typeof told>, { kind: "done" }>, "kind">;

/** A plain file beside this one; both the sources and a build run in the folder of the project. */
const WORKER = join(process.cwd(), "src", "server", "planner", "solve-roster.mjs");
/** Beyond the solver's own limit: loading it, and a last step that it does not interrupt. */
const GRACE_SECONDS = 10;

export interface Solver {
  /** Rejects when the solver fails or is far over its time. */
  solve(order: SolverOrder): Promise<SolverAnswer>;
  close(): Promise<void>;
}

export function startSolver(onProgress: (progress: SolverProgress) => void): Solver {
  const worker = new Worker(WORKER);
  worker.unref();
  return {
    solve: (order) => asked(worker, order, onProgress),
    close: async () => {
      await worker.terminate();
    },
  };
}

function asked(
  worker: Worker,
  order: SolverOrder,
  onProgress: (progress: SolverProgress) => void,
): Promise<SolverAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => end(() => reject(error));
    const late = setTimeout(
      () => fail(new Error("the solver does not answer")),
      (order.seconds + GRACE_SECONDS) * 1000,
    );
    const hear = (message: unknown) => {
      const said = told.parse(message);
      if (said.kind === "progress") onProgress(said);
      else end(() => resolve({ seats: said.seats, fit: said.fit }));
    };
    const end = (settle: () => void) => {
      clearTimeout(late);
      worker.off("message", hear).off("error", fail);
      settle();
    };
    worker.on("message", hear).on("error", fail);
    worker.postMessage(order);
  });
}
