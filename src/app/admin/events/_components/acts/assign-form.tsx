"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useAct } from "@/app/admin/_components/use-act";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { localMoment } from "@/components/local-moment";
import { Button } from "@/components/ui/button";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { AssignFields } from "./assign-schema";
import { conflictWords, isOverlapping, type ManagerChoice } from "./manager-order";

export interface AssignFormProps {
  event: EventRecord;
  /** Those who are free first. */
  choices: readonly ManagerChoice[];
  onClose: () => void;
}

/** One of the managers, and a reason where they are busy. */
export function AssignForm({ event, choices, onClose }: AssignFormProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const assign = useAct(trpc.events.assignManager.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const choiceOf = (id: string) => choices.find((choice) => choice.id === id);
  const isBusy = (id: string) => {
    const choice = choiceOf(id);
    return choice !== undefined && isOverlapping(choice);
  };
  const form = useZodForm(() => import("./assign-schema").then((part) => part.assignSchema(isBusy)), {
    managerId: event.manager?.id ?? "",
    override: "",
  });
  const picked = useWatch({ control: form.control, name: "managerId" });
  const code = `EV-${event.number}`;
  const send = async ({ managerId, override }: AssignFields) => {
    setProblem(null);
    try {
      await assign.send({
        eventId: event.id,
        version: event.version,
        managerId,
        ...(override !== "" && { override: { reason: override } }),
      });
      toasts.success(`${code} is given to ${choiceOf(managerId)?.name ?? "them"}.`, code);
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const needsReason = isBusy(picked) || problem?.rule === "manager_busy";
  return (
    <Form form={form} label={`Assign a manager to ${code}`} onSubmit={send} className="grid gap-4 pb-2">
      <RadioField
        name="managerId"
        label="Field manager"
        options={choices.map((choice) => ({
          value: choice.id,
          label: choice.name,
          hint: <Conflicts choice={choice} isPresent={choice.id === event.manager?.id} />,
        }))}
      />
      {needsReason ? (
        <TextareaField
          name="override"
          label="Why they can do both"
          hint="Kept with the assignment, with what it clashes with."
          rows={2}
        />
      ) : null}
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Leave as it is</Button>
        <SubmitButton>{event.manager === null ? "Assign manager" : "Change manager"}</SubmitButton>
      </div>
    </Form>
  );
}

function Conflicts({ choice, isPresent }: { choice: ManagerChoice; isPresent: boolean }) {
  const { conflicts } = choice;
  return (
    <>
      {isPresent ? <span className="block">Has it now</span> : null}
      {conflicts.length === 0 ? <span className="block">Free at that time</span> : null}
      {conflicts.map((conflict) => (
        <span
          key={conflict.eventId}
          className={conflict.kind === "overlap" ? "block text-on-problem" : "block text-on-caution"}
        >
          {`${conflict.code} ${conflict.title}, ${localMoment(conflict.localStart)}: ${conflictWords(conflict)}`}
        </span>
      ))}
    </>
  );
}
