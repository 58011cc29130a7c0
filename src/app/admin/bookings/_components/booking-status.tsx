import { StatusBadge } from "@/components/status-badge";
import { bookingFlagLooks, bookingLooks, type BookingState } from "@/components/status-looks/bookings";

export interface BookingStatusProps {
  status: BookingState;
  needsReapproval: boolean;
  isOverridden: boolean;
}

/** The state of a booking with its flags beside it. */
export function BookingStatus({ status, needsReapproval, isOverridden }: BookingStatusProps) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1">
      <StatusBadge look={bookingLooks[status]} />
      {needsReapproval ? <StatusBadge look={bookingFlagLooks.needs_reapproval} /> : null}
      {isOverridden ? <StatusBadge look={bookingFlagLooks.approved_with_override} /> : null}
    </span>
  );
}
