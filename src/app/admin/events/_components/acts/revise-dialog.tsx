"use client";

import { useState } from "react";
import { useAct } from "@/app/admin/_components/use-act";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { OutcomeFields } from "./complete-schema";
import { MET, toOutcomes } from "./completion";
import { FigureLines } from "./figure-lines";
import type { EventDialogProps } from "./start-dialog";

interface ReviseDialogProps extends EventDialogProps {
  outcome: NonNullable<EventRecord["outcome"]>;
}

/** Restates the result of a completed event; the first one stays in the log (rule 48). */
export function ReviseDialog({ event, outcome, isOpen, onOpenChange }: ReviseDialogProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const revise = useAct(trpc.events.reviseOutcome.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const form = useZodForm(() => import("./complete-schema").then((part) => part.outcomeSchema), {
    met: outcome.metExpectations ? "yes" : "no",
    figures: Object.entries(outcome.metrics).map(([name, value]) => ({ name, value })),
    notes: outcome.notes,
  });
  const code = `EV-${event.number}`;
  const close = () => onOpenChange(false);
  const send = async (fields: OutcomeFields) => {
    setProblem(null);
    try {
      await revise.send({ eventId: event.id, version: event.version, outcomes: toOutcomes(fields) });
      toasts.success(`The result of ${code} is changed.`, code);
      close();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Change the result of ${code}`}
      description="The client reads the new figures and is told. What was recorded first stays in the history."
    >
      <Form form={form} label={`Change the result of ${code}`} onSubmit={send} className="grid gap-4 pb-2">
        <RadioField name="met" label="How it went" options={MET} />
        <FigureLines />
        <TextareaField name="notes" label="Notes" isOptional />
        <FormProblem problem={problem} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={close}>Leave it</Button>
          <SubmitButton>Change the result</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
