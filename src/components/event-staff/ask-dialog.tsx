"use client";

import { useState } from "react";
import { CandidatesPanel } from "@/components/candidates/candidates-panel";
import { FormProblem } from "@/components/form/form-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import type { StaffSlot } from "./slot-row";
import { useStaffAct } from "./use-staff-act";

interface AskDialogProps {
  slot: StaffSlot;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** The ranking for a place; whoever is chosen gets an offer, and the first to accept has it. */
export function AskDialog({ slot, isOpen, onOpenChange }: AskDialogProps) {
  const trpc = useTRPC();
  const create = useStaffAct(trpc.staffing.createAssignment.mutationOptions());
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (userId: string) =>
    setChosen(chosen.includes(userId) ? chosen.filter((id) => id !== userId) : [...chosen, userId]);
  const send = async () => {
    const assignments = chosen.map((userId) => ({ slotId: slot.id, userId }));
    if (!(await create.send({ assignments, offer: {} }))) return;
    setChosen([]);
    onOpenChange(false);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Ask somebody as ${slot.role} ${slot.seat}`}
      description="Everybody you choose gets an offer at once; the first to accept has the shift. If nobody does, the next in rank is asked."
      size="wide"
      footer={
        chosen.length === 0 ? undefined : (
          <Button variant="primary" isPending={create.isPending} onClick={() => void send()}>
            {`Send ${counted(chosen.length, "offer")}`}
          </Button>
        )
      }
    >
      <FormProblem problem={create.problem} />
      <div className="-mx-4">
        <CandidatesPanel
          slotId={slot.id}
          act={({ userId, name, fit, asked }) => {
            const isRuledOut = fit.blockers.some(({ isOverridable }) => !isOverridable);
            const isAsked = asked === "created" || asked === "offered" || asked === "accepted";
            if (isRuledOut || isAsked) return null;
            const isChosen = chosen.includes(userId);
            return (
              <Button size="small" aria-pressed={isChosen} onClick={() => toggle(userId)}>
                {isChosen ? "Chosen" : "Choose"}
                <span className="sr-only">{` ${name}`}</span>
              </Button>
            );
          }}
        />
      </div>
    </Dialog>
  );
}
