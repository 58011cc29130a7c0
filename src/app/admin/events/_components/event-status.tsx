import { StatusBadge } from "@/components/status-badge";
import type { RouterOutputs } from "@/trpc/client";
import { type EventFlag, eventFlagLooks, eventLooks } from "@/components/status-looks/events";

type Status = Pick<RouterOutputs["events"]["byId"], "status" | "onHold">;

export interface EventStatusProps {
  event: Status;
  /** Beside the hold, which every list knows. */
  flags?: readonly EventFlag[];
}

/** The state, and beside it what does not replace it. */
export function EventStatus({ event, flags = [] }: EventStatusProps) {
  const shown: readonly EventFlag[] = [...(event.onHold ? (["on_hold"] as const) : []), ...flags];
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1 align-middle">
      <StatusBadge look={eventLooks[event.status]} />
      {shown.map((flag) => (
        <StatusBadge key={flag} look={eventFlagLooks[flag]} />
      ))}
    </span>
  );
}
