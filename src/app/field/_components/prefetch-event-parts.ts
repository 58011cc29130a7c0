import "server-only";
import { prefetch, trpc } from "@/trpc/server";

/** What `useEventParts` asks first. */
export async function prefetchEventParts(eventId: string): Promise<void> {
  await Promise.all([
    prefetch(trpc.events.byId.queryOptions({ eventId })),
    prefetch(trpc.activities.listForEvent.queryOptions({ eventId })),
    prefetch(trpc.staffing.listForEvent.queryOptions({ eventId })),
    prefetch(trpc.locations.forEvent.queryOptions({ eventId })),
  ]);
}
