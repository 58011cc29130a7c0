"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** After a hold was placed or lifted: the list and the plan are asked for again. */
export function useRefreshRetention(): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries(trpc.log.holds.queryFilter()),
      client.invalidateQueries(trpc.log.retention.queryFilter()),
    ]);
  };
}
