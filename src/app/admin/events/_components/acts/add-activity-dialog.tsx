"use client";

import { useState } from "react";
import { useAct } from "@/app/admin/_components/use-act";
import { KitLines } from "@/components/booking-form/kit-lines";
import { LengthField } from "@/components/booking-form/length-field";
import { RoleLines } from "@/components/booking-form/role-lines";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { AddActivityFields } from "./add-activity-schema";
import type { EventDialogProps } from "./start-dialog";

/** One more activity than the booking planned. */
export function AddActivityDialog({ event, isOpen, onOpenChange }: EventDialogProps) {
  // Above the dialog, so that closing it by mistake keeps what was typed.
  const form = useActivityFields();
  const code = `EV-${event.number}`;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Add an activity to ${code}`}
      description="For this event alone; the booking and its other events stay as they are."
    >
      <AddActivityForm form={form} event={event} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function useActivityFields() {
  return useZodForm(() => import("./add-activity-schema").then((part) => part.addActivitySchema), {
    plan: { activities: [{ type: "", description: "", roles: [], kits: [] }] },
  });
}

interface AddActivityFormProps extends Pick<EventDialogProps, "event"> {
  form: ReturnType<typeof useActivityFields>;
  onClose: () => void;
}

function AddActivityForm({ form, event, onClose }: AddActivityFormProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const add = useAct(trpc.activities.create.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const code = `EV-${event.number}`;
  const send = async (fields: AddActivityFields) => {
    setProblem(null);
    try {
      await add.send({ eventId: event.id, ...toWish(fields) });
      toasts.success(`The activity is added to ${code}.`, code);
      onClose();
      form.reset();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Form form={form} label={`Add an activity to ${code}`} onSubmit={send} className="grid gap-4 pb-2">
      <TextField
        name="plan.activities.0.type"
        label="What is it"
        hint="Such as sampling, product demo, photo booth"
      />
      <TextareaField name="plan.activities.0.description" label="Description" isOptional rows={2} />
      <LengthField name="plan.activities.0.length" label="Length" />
      <RoleLines path="plan.activities.0.roles" />
      <KitLines path="plan.activities.0.kits" />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Add nothing</Button>
        <SubmitButton>Add activity</SubmitButton>
      </div>
    </Form>
  );
}

/** One entry per head and per kit. */
function toWish({ plan: { activities } }: AddActivityFields) {
  const [{ type, description, length, roles, kits }] = activities;
  return {
    activityType: type,
    description,
    duration: length,
    requiredStaffRoles: roles.flatMap(({ role, headcount }) => Array.from({ length: headcount }, () => role)),
    requiredKitTemplateIds: kits.flatMap(({ kitTemplateId, quantity }) =>
      Array.from({ length: quantity }, () => kitTemplateId),
    ),
  };
}
