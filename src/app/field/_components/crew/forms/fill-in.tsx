"use client";

import { CandidatesPanel } from "@/components/candidates/candidates-panel";
import { useStaffAct } from "@/components/event-staff/use-staff-act";
import { FormProblem } from "@/components/form/form-problem";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";

/** The ranking for a shift that nobody has; whoever is asked gets an offer at once, also while others have one. */
export function FillIn({ slotId, onDone }: { slotId: string; onDone: () => void }) {
  const trpc = useTRPC();
  const create = useStaffAct(trpc.staffing.createAssignment.mutationOptions());
  const ask = async (userId: string) => {
    if (await create.send({ assignments: [{ slotId, userId }], offer: {} })) onDone();
  };
  return (
    <div className="grid gap-3">
      <p>Whoever you ask hears of it at once. The first to accept has the shift.</p>
      <FormProblem problem={create.problem} />
      <div className="-mx-4">
        <CandidatesPanel
          slotId={slotId}
          act={({ userId, name, fit, asked }) => {
            const isRuledOut = fit.blockers.some(({ isOverridable }) => !isOverridable);
            const isAsked = asked === "created" || asked === "offered" || asked === "accepted";
            if (isRuledOut || isAsked) return null;
            return (
              <Button isPending={create.isPending} onClick={() => void ask(userId)}>
                Ask<span className="sr-only">{` ${name}`}</span>
              </Button>
            );
          }}
        />
      </div>
    </div>
  );
}
