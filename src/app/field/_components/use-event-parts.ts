"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** One event with its activities and its venue, in one request; each part may fail by itself. */
export function useEventParts(eventId: string) {
  const trpc = useTRPC();
  return {
    event: useQuery(trpc.events.byId.queryOptions({ eventId })),
    activities: useQuery(trpc.activities.listForEvent.queryOptions({ eventId })),
    venue: useQuery(trpc.locations.forEvent.queryOptions({ eventId })),
  };
}
