import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { bookingHref } from "@/app/admin/bookings/_components/booking-href";
import { VersionDifference } from "@/components/version-difference";
import { differencesOf } from "@/components/stale-version";
import { FormProblem } from "@/components/form/form-problem";
import type { ServerProblem } from "@/components/form/problem-of";
import { Button, ButtonLink } from "@/components/ui/button";

export interface ChangesRefusedProps {
  problem: ServerProblem;
  booking: BookingDetail;
  now: string;
  onReviewAgain: () => Promise<void>;
}

/** The refusal in place; a stale version with what changed meanwhile. What was written stays. */
export function ChangesRefused({ problem, booking, now, onReviewAgain }: ChangesRefusedProps) {
  return (
    <div className="grid gap-2 *:scroll-mb-24">
      <FormProblem
        problem={problem}
        actions={
          problem.code === "CONFLICT" ? (
            <Button variant="primary" onClick={() => void onReviewAgain()}>
              Review again
            </Button>
          ) : problem.rule === undefined ? null : (
            <ButtonLink href={bookingHref(booking.bookingId)}>{`Open ${booking.number}`}</ButtonLink>
          )
        }
      />
      <VersionDifference booking={booking} differences={differencesOf(problem.data)} now={now} />
    </div>
  );
}
