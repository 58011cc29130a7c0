import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { VersionDifference } from "@/components/version-difference";
import { WhyOfDate } from "@/app/admin/bookings/_components/why-of-date";
import { FormProblem } from "@/components/form/form-problem";
import type { ServerProblem } from "@/components/form/problem-of";
import { Button, ButtonLink } from "@/components/ui/button";
import { formatClock, formatDate } from "@/values/format-time";
import { blockedOf } from "@/app/admin/bookings/_components/refusal-data";
import { differencesOf } from "@/components/stale-version";
import { bookingHref } from "@/app/admin/bookings/_components/booking-href";

export interface DecisionRefusedProps {
  problem: ServerProblem;
  booking: BookingDetail;
  now: string;
  onReviewAgain: () => Promise<void>;
}

/** The server's refusal in place, with what changed or what collides; nothing that was typed is lost (U-43). */
export function DecisionRefused({ now, ...refused }: DecisionRefusedProps) {
  const { problem, booking } = refused;
  const differences = differencesOf(problem.data);
  const blocked = blockedOf(problem.data);
  return (
    <div className="grid gap-2 *:scroll-mb-24">
      <FormProblem problem={problem} actions={<NextStep {...refused} />}>
        {blocked.length > 0 ? (
          <ul className="mt-2 grid gap-2">
            {blocked.map((verdict) => (
              <li key={verdict.dateId}>
                <p className="font-medium">
                  {`${formatDate(verdict.startsAt, booking.timeZone, now)} ${formatClock(verdict.startsAt, booking.timeZone)}`}
                </p>
                <WhyOfDate verdict={verdict} timeZone={booking.timeZone} now={now} />
              </li>
            ))}
          </ul>
        ) : null}
      </FormProblem>
      <VersionDifference booking={booking} differences={differences} now={now} />
    </div>
  );
}

function NextStep({ problem, booking, onReviewAgain }: Omit<DecisionRefusedProps, "now">) {
  if (problem.code === "CONFLICT" || problem.rule === "dates_blocked") {
    return (
      <Button variant="primary" onClick={() => void onReviewAgain()}>
        Review again
      </Button>
    );
  }
  if (problem.rule === undefined) return null;
  return <ButtonLink href={bookingHref(booking.bookingId)}>{`Open ${booking.number}`}</ButtonLink>;
}
