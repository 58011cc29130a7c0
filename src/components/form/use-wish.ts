"use client";

import { useRef, useState } from "react";
import { problemOf, type ServerProblem } from "./problem-of";
import { newKey } from "./use-fresh-key";

export interface Wish<Input> {
  /** True once it went through. A press while one is under way is ignored, and answers false. */
  readonly send: (input: Input) => Promise<boolean>;
  readonly isPending: boolean;
  readonly problem: ServerProblem | null;
  /** What was sent last and never answered: it may have gone through. Null otherwise. */
  readonly unanswered: Input | null;
}

/**
 * One act of a person, safe to repeat: what was not answered goes again under its own key, so that it happens once,
 * and what went through is forgotten, so that the same act a second time is a new one. `refresh` has what is on screen
 * ask again.
 */
export function useWish<Input extends object>(
  mutate: (input: Input & { idempotencyKey: string }) => Promise<unknown>,
  refresh: () => Promise<void>,
): Wish<Input> {
  const isUnderWay = useRef(false);
  const last = useRef<{ readonly text: string; readonly key: string } | null>(null);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const [unanswered, setUnanswered] = useState<Input | null>(null);

  async function send(input: Input): Promise<boolean> {
    if (isUnderWay.current) return false;
    isUnderWay.current = true;
    setIsPending(true);
    setProblem(null);
    const text = JSON.stringify(input);
    const sent = last.current?.text === text ? last.current : { text, key: newKey() };
    last.current = sent;
    const failure = await mutate({ ...input, idempotencyKey: sent.key }).then(
      () => null,
      (error: unknown) => problemOf(error),
    );
    if (failure === null) last.current = null;
    const isLost = failure?.code === "OFFLINE";
    setProblem(failure);
    setUnanswered(isLost ? input : null);
    // A refusal means that the screen shows what is not so any more.
    if (!isLost) await refresh();
    isUnderWay.current = false;
    setIsPending(false);
    return failure === null;
  }

  return { send, isPending, problem, unanswered };
}
