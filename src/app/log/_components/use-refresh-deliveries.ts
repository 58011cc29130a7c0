"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** Has everything that shows deliveries and handlers ask again. */
export function useRefreshDeliveries(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [trpc.log.deliveries, trpc.log.parked, trpc.log.handlers, trpc.log.byId, trpc.log.retryPreview].map(
        (procedure) => queryClient.invalidateQueries(procedure.pathFilter()),
      ),
    );
  };
}
