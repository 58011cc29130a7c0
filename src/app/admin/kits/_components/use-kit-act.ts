"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type KeyedActOptions, useKeyedAct } from "@/components/form/use-keyed-act";
import { useTRPC } from "@/trpc/client";

/** Has everything that shows kits ask again. */
function useRefreshKits(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries(trpc.kits.pathFilter());
  };
}

/** Sends one kind of act about a kit. What shows kits asks again, also after a refusal. */
export function useKitAct<Wish extends object, Answer, Failure>(
  options: KeyedActOptions<Wish, Answer, Failure>,
) {
  const refresh = useRefreshKits();
  return useKeyedAct(options, refresh);
}
