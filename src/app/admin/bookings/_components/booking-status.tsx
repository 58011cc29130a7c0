import { StatusBadge } from "@/components/status-badge";
import type { BookingState } from "@/components/status-maps";

export interface BookingStatusProps {
  status: BookingState;
  needsReapproval: boolean;
  isOverridden: boolean;
}

/** The state of a booking with its flags beside it. */
export function BookingStatus({ status, needsReapproval, isOverridden }: BookingStatusProps) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1">
      <StatusBadge machine="booking" state={status} />
      {needsReapproval ? <StatusBadge machine="bookingFlag" state="needs_reapproval" /> : null}
      {isOverridden ? <StatusBadge machine="bookingFlag" state="approved_with_override" /> : null}
    </span>
  );
}
