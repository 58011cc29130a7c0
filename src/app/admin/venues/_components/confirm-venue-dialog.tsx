"use client";

import { useState } from "react";
import { useAct } from "@/app/admin/_components/use-act";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { ConfirmFields } from "./confirm-schema";
import type { EventVenue, VenueDialogProps } from "./event-venue";

/** Says that the venue is agreed for this event: whom to ask for, how to get in, what to mind. */
export function ConfirmVenueDialog({ venue, isOpen, onOpenChange }: VenueDialogProps) {
  const isChange = venue.agreed !== null;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={isChange ? `What is agreed with ${venue.name}` : `Confirm ${venue.name}`}
      description={`For ${venue.code}, at the time it has now. A move takes the confirmation away.`}
    >
      <ConfirmForm venue={venue} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function useConfirmFields({ agreed }: EventVenue) {
  const contact = agreed?.contactPerson;
  return useZodForm(() => import("./confirm-schema").then((part) => part.confirmSchema), {
    name: contact?.name ?? "",
    phone: contact?.phone ?? "",
    email: contact?.email ?? "",
    accessDetails: agreed?.accessDetails ?? "",
    specialInstructions: agreed?.specialInstructions ?? "",
  });
}

function ConfirmForm({ venue, onClose }: { venue: EventVenue; onClose: () => void }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const form = useConfirmFields(venue);
  const confirm = useAct(trpc.locations.confirm.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const send = async (fields: ConfirmFields) => {
    setProblem(null);
    try {
      await confirm.send({ eventId: venue.eventId, locationId: venue.locationId, ...agreementOf(fields) });
      toasts.success(`${venue.name} is confirmed for ${venue.code}.`, venue.code);
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Form form={form} label={`Confirm ${venue.name}`} onSubmit={send} className="grid gap-4 pb-2">
      <TextField
        name="name"
        label="Contact at the venue"
        isOptional
        hint="Whom the crew asks for."
        autoComplete="off"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="phone" label="Phone" type="tel" isOptional autoComplete="off" />
        <TextField name="email" label="E-mail" type="email" isOptional autoComplete="off" />
      </div>
      <TextareaField
        name="accessDetails"
        label="How to get in"
        isOptional
        rows={2}
        hint="Gate, code, loading dock, from when."
      />
      <TextareaField name="specialInstructions" label="What to mind" isOptional rows={2} />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Leave as it is</Button>
        <SubmitButton>{venue.agreed === null ? "Confirm venue" : "Save what is agreed"}</SubmitButton>
      </div>
    </Form>
  );
}

/** What was left empty is not said. */
function agreementOf({ name, phone, email, accessDetails, specialInstructions }: ConfirmFields) {
  return {
    ...(name !== "" && { contactPerson: { name, phone, email } }),
    ...(accessDetails !== "" && { accessDetails }),
    ...(specialInstructions !== "" && { specialInstructions }),
  };
}
