import { StatusBadge } from "@/components/status-badge";
import type { RouterOutputs } from "@/trpc/client";
import { eventFlagLooks, eventLooks } from "@/components/status-looks/events";

type Status = Pick<RouterOutputs["events"]["byId"], "status" | "onHold">;

/** The state, and beside it the flag of a hold. */
export function EventStatus({ event }: { event: Status }) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1 align-middle">
      <StatusBadge look={eventLooks[event.status]} />
      {event.onHold ? <StatusBadge look={eventFlagLooks.on_hold} /> : null}
    </span>
  );
}
