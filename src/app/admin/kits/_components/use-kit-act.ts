"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type KeyedActOptions, useKeyedAct } from "@/components/form/use-keyed-act";
import { useTRPC } from "@/trpc/client";

/** Sends one kind of act about a kit; done once what shows kits has asked again, also after a refusal. */
export function useKitAct<Wish extends object, Answer, Failure>(
  options: KeyedActOptions<Wish, Answer, Failure>,
) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useKeyedAct(options, () => queryClient.invalidateQueries(trpc.kits.pathFilter()));
}
