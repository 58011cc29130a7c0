import { StatusBadge } from "@/components/status-badge";
import type { RouterOutputs } from "@/trpc/client";

type Status = Pick<RouterOutputs["events"]["byId"], "status" | "onHold">;

/** The state, and beside it the flag of a hold. */
export function EventStatus({ event }: { event: Status }) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1 align-middle">
      <StatusBadge machine="event" state={event.status} />
      {event.onHold ? <StatusBadge machine="eventFlag" state="on_hold" /> : null}
    </span>
  );
}
