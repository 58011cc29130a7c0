"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useWish, type Wish } from "@/components/form/use-wish";
import { useTRPC } from "@/trpc/client";

/** One act about a kit, after which the kits and what knows of events ask again. */
export function useKitWish<Input extends object>(
  mutate: (input: Input & { idempotencyKey: string }) => Promise<unknown>,
): Wish<Input> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useWish(mutate, async () => {
    const filters = [trpc.kits.pathFilter(), trpc.events.pathFilter()];
    await Promise.all(filters.map((filter) => queryClient.invalidateQueries(filter)));
  });
}
