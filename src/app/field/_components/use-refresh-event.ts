"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** Has everything on screen that knows of events ask again; resolves when it has been answered. */
export function useRefreshEvent(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    const filters = [
      trpc.events.pathFilter(),
      trpc.activities.pathFilter(),
      trpc.locations.pathFilter(),
      trpc.bookings.timeline.pathFilter(),
    ];
    await Promise.all(filters.map((filter) => queryClient.invalidateQueries(filter)));
  };
}
