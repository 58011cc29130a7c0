import { DifferenceList } from "@/app/admin/bookings/_components/difference-list";
import { differencesOf } from "@/app/admin/bookings/_components/refusal-data";
import { FormProblem } from "@/components/form/form-problem";
import type { ServerProblem } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";

export interface ChangesRefusedProps {
  problem: ServerProblem;
  onReviewAgain: () => void;
}

/** The refusal in place; a stale version with what changed meanwhile. What was written stays. */
export function ChangesRefused({ problem, onReviewAgain }: ChangesRefusedProps) {
  const differences = differencesOf(problem.data);
  return (
    <div className="grid gap-2 *:scroll-mb-24">
      <FormProblem
        problem={problem}
        actions={
          problem.code === "CONFLICT" ? (
            <Button variant="primary" onClick={onReviewAgain}>
              Review again
            </Button>
          ) : null
        }
      />
      {differences.length > 0 ? <DifferenceList differences={differences} /> : null}
    </div>
  );
}
