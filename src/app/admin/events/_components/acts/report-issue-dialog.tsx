"use client";

import { useState } from "react";
import { useAct } from "@/app/admin/_components/use-act";
import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectField, TextareaField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { issueTypeOptions } from "./issue-words";
import type { ReportFields } from "./report-schema";
import type { EventDialogProps } from "./start-dialog";

const SEVERITY = [
  { value: "low", label: "Low", hint: "Worth knowing, nothing to do now." },
  { value: "medium", label: "Medium", hint: "Has to be seen to before it matters." },
  { value: "high", label: "High", hint: "The event suffers unless somebody acts. Admins are told." },
  {
    value: "critical",
    label: "Critical",
    hint: "The event cannot go on like this. Admins are told at once.",
  },
] as const;

/** A problem of the event itself. One with the place is reported about the venue. */
export function ReportIssueDialog({ event, isOpen, onOpenChange }: EventDialogProps) {
  // Above the dialog, so that closing it by mistake keeps what was typed.
  const form = useReportFields();
  const code = `EV-${event.number}`;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Report an issue of ${code}`}
      description={event.title}
    >
      <ReportForm form={form} eventId={event.id} code={code} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function useReportFields() {
  return useZodForm(() => import("./report-schema").then((part) => part.reportSchema), {
    description: "",
    immediateActionTaken: "",
  });
}

interface ReportFormProps {
  form: ReturnType<typeof useReportFields>;
  eventId: string;
  code: string;
  onClose: () => void;
}

function ReportForm({ form, eventId, code, onClose }: ReportFormProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const report = useAct(trpc.events.reportIssue.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const send = async ({ immediateActionTaken, ...said }: ReportFields) => {
    setProblem(null);
    try {
      await report.send({
        eventId,
        ...said,
        ...(immediateActionTaken !== "" && { immediateActionTaken }),
      });
      toasts.success(`The issue of ${code} is reported.`, code);
      onClose();
      form.reset();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Form form={form} label={`Report an issue of ${code}`} onSubmit={send} className="grid gap-4 pb-2">
      <SelectField name="issueType" label="About" placeholder="Choose" options={issueTypeOptions} />
      <RadioField name="severity" label="How bad it is" options={SEVERITY} />
      <TextareaField name="description" label="What is wrong" />
      <TextareaField name="immediateActionTaken" label="What was done at once" isOptional rows={2} />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Report nothing</Button>
        <SubmitButton>Report issue</SubmitButton>
      </div>
    </Form>
  );
}
