"use client";

import { useState } from "react";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useTRPC } from "@/trpc/client";
import type { CorrectFields } from "./correct-schema";
import { hoursFigure, type TimesheetLine } from "./timesheet-line";
import { useTimesheetAct } from "./use-timesheet-act";

export interface CorrectDialogProps {
  line: TimesheetLine;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Restates the hours of a shift, with a reason that the person reads. */
export function CorrectDialog({ line, isOpen, onOpenChange }: CorrectDialogProps) {
  // Above the dialog, so that closing it by mistake keeps what was typed.
  const form = useCorrectFields(line);
  const wasApproved = line.approval === null ? "" : " What was approved has to be approved again.";
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Correct the hours of ${line.person.name}`}
      description={`EV-${line.event.number} ${line.event.title}, ${hoursFigure(line.hoursWorked)} hours now. The person is told, with the reason.${wasApproved}`}
    >
      <CorrectForm line={line} form={form} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function useCorrectFields(line: TimesheetLine) {
  return useZodForm(() => import("./correct-schema").then((part) => part.correctSchema), {
    hoursWorked: line.hoursWorked === null ? "" : String(line.hoursWorked),
    reason: "",
  });
}

interface CorrectFormProps {
  line: TimesheetLine;
  form: ReturnType<typeof useCorrectFields>;
  onClose: () => void;
}

function CorrectForm({ line, form, onClose }: CorrectFormProps) {
  const trpc = useTRPC();
  const correct = useTimesheetAct(trpc.staffing.correctHours.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const send = async (fields: CorrectFields) => {
    setProblem(null);
    try {
      await correct.send({ assignmentId: line.assignmentId, ...fields });
      onClose();
      form.reset({ hoursWorked: String(fields.hoursWorked), reason: "" });
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Form form={form} label="Correct the hours" onSubmit={send} className="grid gap-4 pb-2">
      <TextField name="hoursWorked" label="Hours worked" hint="Such as 7.5" inputMode="decimal" />
      <TextareaField name="reason" label="Reason" hint="No personal or health details." rows={2} />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Not now</Button>
        <SubmitButton>Correct the hours</SubmitButton>
      </div>
    </Form>
  );
}
