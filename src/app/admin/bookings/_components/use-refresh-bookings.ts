"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** Has everything that shows bookings, and what follows from them, ask again. */
export function useRefreshBookings(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.bookings.pathFilter()),
      queryClient.invalidateQueries(trpc.events.pathFilter()),
    ]);
  };
}
