import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { bookingHref } from "@/app/admin/bookings/_components/booking-href";
import { VersionDifference } from "@/components/version-difference";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { changedBetween } from "./changed-between";
import { bookingLooks } from "@/components/status-looks/bookings";

export interface StaleBookingProps {
  reviewed: BookingDetail;
  present: BookingDetail;
  now: string;
  onReviewAgain: () => Promise<void>;
}

/** The booking moved on while it was being decided: what changed, and the way on (rule 10). */
export function StaleBooking({ reviewed, present, now, onReviewAgain }: StaleBookingProps) {
  const differences = changedBetween(reviewed, present);
  const wasDecided = present.decided !== null && present.decided.at !== reviewed.decided?.at;
  return (
    <div className="grid gap-2">
      <Notice
        role="status"
        tone="caution"
        title={`${present.number} was changed while you were deciding: version ${present.version} now`}
        actions={
          present.can.approve ? (
            <Button variant="primary" onClick={() => void onReviewAgain()}>
              Review again
            </Button>
          ) : (
            <ButtonLink href={bookingHref(present.bookingId)}>{`Open ${present.number}`}</ButtonLink>
          )
        }
      >
        {wasDecided && present.decided ? `Decided by ${present.decided.by}. ` : ""}
        {present.can.approve
          ? "What you entered stays; look at what changed, then decide again."
          : `Nothing is left to decide: ${bookingLooks[present.status].label.toLowerCase()}.`}
      </Notice>
      <VersionDifference booking={present} differences={differences} now={now} />
    </div>
  );
}
