import { bookingHref } from "@/app/admin/bookings/_components/booking-href";
import { DifferenceList } from "@/components/difference-list";
import { differencesOf } from "@/components/stale-version";
import { FormProblem } from "@/components/form/form-problem";
import type { ServerProblem } from "@/components/form/problem-of";
import { Button, ButtonLink } from "@/components/ui/button";

export interface ChangesRefusedProps {
  problem: ServerProblem;
  bookingId: string;
  onReviewAgain: () => Promise<void>;
}

/** The refusal in place; a stale version with what changed meanwhile. What was written stays. */
export function ChangesRefused({ problem, bookingId, onReviewAgain }: ChangesRefusedProps) {
  const differences = differencesOf(problem.data);
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
            <ButtonLink href={bookingHref(bookingId)}>Open the booking</ButtonLink>
          )
        }
      />
      {differences.length > 0 ? <DifferenceList differences={differences} /> : null}
    </div>
  );
}
