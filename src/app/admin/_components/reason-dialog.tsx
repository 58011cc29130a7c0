"use client";

import type { ReactNode } from "react";
import { useState } from "react";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export interface ReasonDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  description?: ReactNode;
  /** What will happen, above the field. */
  effects?: ReactNode;
  /** Of the one field; "Reason" when not said. */
  label?: string;
  hint?: string;
  isOptional?: boolean;
  /** Verbs: what is done, and what leaves all as it is. */
  verbs: { readonly act: string; readonly leave: string };
  isDanger?: boolean;
  /** Sends it; what it throws shows in place, and the words stay. */
  onSend: (reason: string) => Promise<unknown>;
}

/** An act that takes a reason and nothing else: effects, field, button. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { isOpen, onOpenChange, title, description, isOptional = false } = props;
  // Above the dialog, so that closing it by mistake keeps what was typed.
  const form = useReasonFields(isOptional);
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title} description={description}>
      <ReasonForm {...props} form={form} />
    </Dialog>
  );
}

function useReasonFields(isOptional: boolean) {
  return useZodForm(
    () =>
      import("./reason-schema").then((part) => (isOptional ? part.optionalReasonSchema : part.reasonSchema)),
    { reason: "" },
  );
}

function ReasonForm(props: ReasonDialogProps & { form: ReturnType<typeof useReasonFields> }) {
  const { form, title, effects, label = "Reason", hint, isOptional = false, verbs, isDanger = false } = props;
  const { onSend, onOpenChange } = props;
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const send = async ({ reason }: { reason: string }) => {
    setProblem(null);
    try {
      await onSend(reason);
      onOpenChange(false);
      form.reset();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Form form={form} label={title} onSubmit={send} className="grid gap-4 pb-2">
      {effects}
      <TextareaField
        name="reason"
        label={label}
        isOptional={isOptional}
        {...(hint !== undefined && { hint })}
      />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>{verbs.leave}</Button>
        <SubmitButton variant={isDanger ? "danger" : "primary"}>{verbs.act}</SubmitButton>
      </div>
    </Form>
  );
}
