import "server-only";
import { siblingsInput } from "@/app/admin/events/_components/siblings-input";
import { fetchIfThere, prefetch, trpc } from "@/trpc/server";

/** Asks for the event that is open beside a list, and for what its panel shows of its siblings. */
export async function prefetchEvent(eventId: string | null): Promise<void> {
  if (eventId === null) return;
  const event = await fetchIfThere(trpc.events.byId.queryOptions({ eventId }));
  if (!event) return;
  await Promise.all([
    prefetch(trpc.events.list.queryOptions(siblingsInput(event))),
    prefetch(trpc.events.record.queryOptions({ eventId })),
    prefetch(trpc.activities.listForEvent.queryOptions({ eventId })),
  ]);
}
