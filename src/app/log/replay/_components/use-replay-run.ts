"use client";

import { useRef, useState } from "react";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { newKey } from "@/components/form/use-fresh-key";
import { useTRPCClient } from "@/trpc/client";
import { takeSteps } from "./replay-steps";
import type { Range } from "./replay-schema";

export interface ReplayProgress {
  readonly state: "ready" | "running" | "stopped" | "done" | "failed";
  /** Entries that were queued so far. */
  readonly queued: number;
  /** Replayed deliveries that are open with the handler. */
  readonly waiting: number;
  readonly problem: ServerProblem | null;
}

const READY: ReplayProgress = { state: "ready", queued: 0, waiting: 0, problem: null };
const HELD_BACK_MS = 1_000;

/** Runs a replay step by step from this page; what is queued goes on without it. */
export function useReplayRun(range: Range) {
  const client = useTRPCClient();
  const [progress, setProgress] = useState(READY);
  const isStopped = useRef(false);
  const start = async (reason: string) => {
    isStopped.current = false;
    setProgress({ ...READY, state: "running" });
    try {
      const state = await takeSteps({
        step: (after) =>
          client.log.replay.mutate({
            ...range,
            reason,
            idempotencyKey: newKey(),
            ...(after !== undefined && { after }),
          }),
        onStep: (queued, waiting) => setProgress((before) => ({ ...before, queued, waiting })),
        isStopped: () => isStopped.current,
        pause: () => new Promise((resolve) => setTimeout(resolve, HELD_BACK_MS)),
      });
      setProgress((before) => ({ ...before, state }));
    } catch (error) {
      setProgress((before) => ({ ...before, state: "failed", problem: problemOf(error) }));
    }
  };
  const stop = () => {
    isStopped.current = true;
  };
  return { progress, start, stop };
}
