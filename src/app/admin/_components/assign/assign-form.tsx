"use client";

import { useMutation } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import * as z from "zod";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { RadioField } from "@/components/form/choice-fields";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useToasts } from "@/components/ui/toast";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { conflictWords, freeFirst, type ManagerChoice, needsReason } from "./conflict-words";
import { useRefreshEvents } from "./use-refresh-events";

/** A reason is asked for where the chosen manager is elsewhere at that time. */
function assignFields(choices: readonly ManagerChoice[]) {
  const isBusy = (id: string) => needsReason(choices.find((choice) => choice.id === id));
  return z
    .object({
      managerId: z.string({ error: "Choose a field manager." }).min(1, { error: "Choose a field manager." }),
      reason: z.string().trim().max(1000, { error: "Write 1000 characters at most." }),
    })
    .refine(({ managerId, reason }) => reason !== "" || !isBusy(managerId), {
      error: "Say why they can do both.",
      path: ["reason"],
    });
}

export interface AssignFormProps {
  event: Pick<RouterOutputs["events"]["byId"], "id" | "number" | "version" | "manager">;
  choices: readonly ManagerChoice[];
  managerId: string | null;
  onClose: () => void;
  now: string;
}

/** The managers, who is free first; then the button that names the chosen one. */
export function AssignForm({ event, choices, managerId, onClose, now }: AssignFormProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshEvents();
  const assign = useMutation(trpc.events.assignManager.mutationOptions());
  const form = useZodForm(assignFields(choices), {
    managerId: managerId ?? event.manager?.id ?? "",
    reason: "",
  });
  const chosenId = useWatch({ control: form.control, name: "managerId" });
  const chosen = choices.find((choice) => choice.id === chosenId);
  const send = async ({ managerId: id, reason }: { managerId: string; reason: string }) => {
    const override = needsReason(chosen) ? { override: { reason } } : {};
    const wish = { eventId: event.id, version: event.version, managerId: id, ...override };
    await assign.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) }).then(
      async () => {
        toasts.success(`EV-${event.number} is with ${chosen?.name ?? "its manager"}.`, event.id);
        onClose();
        await refresh();
      },
      // The refusal shows in place, and what stands against it is looked at again.
      () => void refresh(),
    );
  };
  if (choices.length === 0) {
    return <EmptyState title="There is no field manager yet">Invite one among the people first.</EmptyState>;
  }
  return (
    <Form form={form} label={`Assign EV-${event.number}`} onSubmit={send} className="grid gap-4 pb-2">
      <RadioField
        name="managerId"
        label="Field manager"
        options={freeFirst(choices).map((choice) => ({
          value: choice.id,
          label: choice.id === event.manager?.id ? `${choice.name}, has it now` : choice.name,
          hint: <Conflicts choice={choice} now={now} />,
        }))}
      />
      {needsReason(chosen) ? (
        <TextareaField
          name="reason"
          label="Reason"
          hint={`${chosen?.name ?? "This manager"} has another event at that time. The reason is kept with the assignment.`}
          rows={2}
        />
      ) : null}
      <FormProblem problem={assign.error ? problemOf(assign.error) : null} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Leave it as it is</Button>
        <SubmitButton>{chosen ? `Assign to ${chosen.name}` : "Assign"}</SubmitButton>
      </div>
    </Form>
  );
}

function Conflicts({ choice, now }: { choice: ManagerChoice; now: string }) {
  if (choice.conflicts.length === 0) return "Free";
  return choice.conflicts.map((conflict) => (
    <span key={conflict.eventId} className="block text-on-caution">
      {conflictWords(conflict, now)}
    </span>
  ));
}
