"use client";

import { useQueryClient } from "@tanstack/react-query";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { type KeyedActOptions, useKeyedAct } from "@/components/form/use-keyed-act";
import { useTRPC } from "@/trpc/client";

export interface NeedAct<Wish> {
  /** True once it went through; what was refused stands in `problem`. */
  readonly send: (wish: Wish) => Promise<boolean>;
  readonly isPending: boolean;
  readonly problem: ServerProblem | null;
}

/**
 * One kind of act about the kits that events need. Whatever shows kits or readiness asks again, also after a refusal:
 * then the screen shows what is not so any more.
 */
export function useNeedAct<Wish extends object, Answer, Failure>(
  options: KeyedActOptions<Wish, Answer, Failure>,
): NeedAct<Wish> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const act = useKeyedAct(options, () => {
    void queries.invalidateQueries(trpc.kits.pathFilter());
    void queries.invalidateQueries(trpc.events.pathFilter());
  });
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
