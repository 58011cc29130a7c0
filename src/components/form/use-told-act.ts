"use client";

import { problemOf, type ServerProblem } from "./problem-of";
import { type KeyedActOptions, useKeyedAct } from "./use-keyed-act";

export interface ToldAct<Wish> {
  /** True once it went through; what was refused stands in `problem`. */
  readonly send: (wish: Wish) => Promise<boolean>;
  readonly isPending: boolean;
  readonly problem: ServerProblem | null;
}

/**
 * Sends one kind of wish under its key and says whether it went through. `settled` runs after each answer, a refusal
 * too: then the screen shows what is not so any more.
 */
export function useToldAct<Wish extends object, Answer, Failure>(
  options: KeyedActOptions<Wish, Answer, Failure>,
  settled: () => void,
): ToldAct<Wish> {
  const act = useKeyedAct(options, settled);
  const send = async (wish: Wish): Promise<boolean> => {
    try {
      await act.send(wish);
      return true;
    } catch {
      // The refusal stands in `problem`.
      return false;
    }
  };
  return { send, isPending: act.isPending, problem: act.error === null ? null : problemOf(act.error) };
}
