import "server-only";
import { fetchIfThere, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";

/** `EV-221` for the title of a page about an event; "event" where it is not there. */
export async function eventTitle(eventId: string): Promise<string> {
  const event = isUuid(eventId) ? await fetchIfThere(trpc.events.byId.queryOptions({ eventId })) : null;
  return event ? `EV-${event.number}` : "event";
}
