"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CandidatesPanel } from "@/components/candidates/candidates-panel";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useTRPC } from "@/trpc/client";
import type { Seat } from "./plan-words";

interface SeatDialogProps {
  planId: string;
  seat: Seat;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Another person for a slot of the plan, or nobody. What the rest of the plan says about them shows afterwards. */
export function SeatDialog({ planId, seat, isOpen, onOpenChange }: SeatDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const set = useMutation(trpc.staffing.setSeat.mutationOptions());
  const give = async (userId: string | null) => {
    await set.mutateAsync({ planId, slotId: seat.slotId, userId }).then(
      async () => {
        await queryClient.invalidateQueries(trpc.staffing.plan.pathFilter());
        onOpenChange(false);
      },
      // The refusal shows in place.
      () => undefined,
    );
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`${seat.role} of ${seat.code}`}
      description="Nobody is told. Whether they are also planned elsewhere shows once you have chosen."
      size="wide"
      footer={
        seat.person === null ? undefined : (
          <Button isPending={set.isPending} onClick={() => void give(null)}>
            Leave it open
          </Button>
        )
      }
    >
      <FormProblem problem={set.error ? problemOf(set.error) : null} />
      <div className="-mx-4">
        <CandidatesPanel
          slotId={seat.slotId}
          act={({ userId, name, fit }) => {
            if (userId === seat.person?.userId) return <Badge tone="good">Planned</Badge>;
            if (fit.blockers.length > 0) return null;
            return (
              <Button isPending={set.isPending} onClick={() => void give(userId)}>
                Choose<span className="sr-only">{` ${name}`}</span>
              </Button>
            );
          }}
        />
      </div>
    </Dialog>
  );
}
