"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** Has everything that shows events, and what hangs on them, ask again. */
export function useRefreshEvents(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [trpc.events, trpc.activities, trpc.locations, trpc.bookings].map((router) =>
        queryClient.invalidateQueries(router.pathFilter()),
      ),
    );
  };
}
