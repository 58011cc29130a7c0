"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useWish, type Wish } from "@/components/form/use-wish";
import { useTRPC } from "@/trpc/client";

/** One act about a shift of one's own, after which everything on screen that knows of shifts asks again. */
export function useAttend<Input extends object>(
  mutate: (input: Input & { idempotencyKey: string }) => Promise<unknown>,
): Wish<Input> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useWish(mutate, () => queryClient.invalidateQueries(trpc.staffing.pathFilter()));
}
