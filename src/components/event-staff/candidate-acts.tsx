import type { Candidate } from "@/components/candidates/candidate-list";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/form/form-problem";
import { useTRPC } from "@/trpc/client";
import type { AskedSlot } from "./ask-dialog";
import { useStaffAct } from "./use-staff-act";

interface CandidateActsProps {
  candidate: Candidate;
  slot: Pick<AskedSlot, "id" | "standby" | "isAsked" | "isFilled">;
  isChosen: boolean;
  onToggle: (userId: string) => void;
}

/** To be asked, or to step in when somebody else does not come; nothing for whom nobody could answer for. */
export function CandidateActs({ candidate, slot, isChosen, onToggle }: CandidateActsProps) {
  const trpc = useTRPC();
  const join = useStaffAct(trpc.staffing.joinStandby.mutationOptions());
  const { userId, name, fit, asked } = candidate;
  const isRuledOut = fit.blockers.some(({ isOverridable }) => !isOverridable);
  if (isRuledOut || asked === "created" || asked === "offered" || asked === "accepted") return null;
  const waits = slot.standby?.some((one) => one.userId === userId) === true;
  const hidden = <span className="sr-only">{` ${name}`}</span>;
  return (
    <span className="flex flex-wrap justify-end gap-2">
      <FormProblem problem={join.problem} />
      {waits ? <Badge>On standby</Badge> : null}
      {waits || !slot.isAsked ? null : (
        <Button
          size="small"
          variant="quiet"
          isPending={join.isPending}
          onClick={() => void join.send({ slotId: slot.id, userId })}
        >
          Standby{hidden}
        </Button>
      )}
      {slot.isFilled === true ? null : (
        <Button size="small" aria-pressed={isChosen} onClick={() => onToggle(userId)}>
          {isChosen ? "Chosen" : "Choose"}
          {hidden}
        </Button>
      )}
    </span>
  );
}
