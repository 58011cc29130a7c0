"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** Has everything that shows people ask again. */
export function useRefreshPeople(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries(trpc.directory.people.pathFilter());
    await queryClient.invalidateQueries(trpc.staffing.pathFilter());
  };
}
