"use client";

import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import type { TimesheetLine } from "./timesheet-line";
import { useTimesheetAct } from "./use-timesheet-act";

export interface ApproveBarProps {
  selected: readonly TimesheetLine[];
  onClear: () => void;
}

/** Approves the hours of what is selected, as they are; lines without hours are left out and counted. */
export function ApproveBar({ selected, onClear }: ApproveBarProps) {
  const trpc = useTRPC();
  const approve = useTimesheetAct(trpc.staffing.approveHours.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const open = selected.filter(({ can }) => can.approveHours);
  const send = async () => {
    setProblem(null);
    try {
      await approve.send({ assignmentIds: open.map(({ assignmentId }) => assignmentId) });
      onClear();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  if (selected.length === 0) return null;
  const left = selected.length - open.length;
  return (
    <>
      <FormProblem problem={problem} />
      <BulkBar
        summary={`${counted(selected.length, "shift")} selected${left === 0 ? "" : `, ${left} with nothing to approve`}`}
        onClear={onClear}
      >
        {open.length === 0 ? null : (
          <Button variant="primary" isPending={approve.isPending} onClick={() => void send()}>
            {`Approve the hours of ${counted(open.length, "shift")}`}
          </Button>
        )}
      </BulkBar>
    </>
  );
}
