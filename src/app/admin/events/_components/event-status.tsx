import { StatusBadge } from "@/components/status-badge";
import type { RouterOutputs } from "@/trpc/client";

type Status = Pick<RouterOutputs["events"]["byId"], "status" | "onHold" | "holdReason">;

/** The state, and beside it the flag of a hold with its reason. */
export function EventStatus({ event, withReason = false }: { event: Status; withReason?: boolean }) {
  return (
    <span
      className="inline-flex max-w-full flex-wrap items-center gap-1"
      title={event.holdReason ?? undefined}
    >
      <StatusBadge machine="event" state={event.status} />
      {event.onHold ? (
        <StatusBadge
          machine="eventFlag"
          state="on_hold"
          {...(withReason && event.holdReason !== null && { detail: event.holdReason })}
        />
      ) : null}
    </span>
  );
}
