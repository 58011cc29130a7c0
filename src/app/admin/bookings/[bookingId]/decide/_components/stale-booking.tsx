import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { DifferenceList } from "@/app/admin/bookings/_components/difference-list";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { changedBetween } from "./changed-between";

export interface StaleBookingProps {
  reviewed: BookingDetail;
  present: BookingDetail;
  onReviewAgain: () => void;
}

/** The booking moved on while it was being decided: what changed, and the way on (rule 10). */
export function StaleBooking({ reviewed, present, onReviewAgain }: StaleBookingProps) {
  const differences = changedBetween(reviewed, present);
  const wasDecided = present.decided !== null && present.decided.at !== reviewed.decided?.at;
  return (
    <div className="grid gap-2">
      <Notice
        role="status"
        tone="caution"
        title={`${present.number} was changed while you were deciding: version ${present.version} now`}
        actions={
          <Button variant="primary" onClick={onReviewAgain}>
            Review again
          </Button>
        }
      >
        {wasDecided ? `${present.decided?.by} decided some of its dates. ` : ""}
        What you entered stays; look at what changed, then decide again.
      </Notice>
      {differences.length > 0 ? <DifferenceList differences={differences} /> : null}
    </div>
  );
}
