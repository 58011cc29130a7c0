"use client";

import type { VenueRecord } from "@/app/field/_components/event-record";
import { useWish } from "@/app/field/_components/use-wish";
import { Form, useZodForm } from "@/components/form/form";
import { TextareaField, TextField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import type { ConfirmVenueFields } from "./confirm-venue-schema";
import { FormFoot } from "@/components/form/form-foot";

export interface ConfirmVenueFormProps {
  venue: VenueRecord;
  onDone: () => void;
}

/** What was agreed with the venue: who is asked for there, how to get in. A second confirmation restates it. */
export function ConfirmVenueForm({ venue, onDone }: ConfirmVenueFormProps) {
  const client = useTRPCClient();
  const wish = useWish<RouterInputs["locations"]["confirm"]>((input) =>
    client.locations.confirm.mutate(input),
  );
  const form = useZodForm(() => import("./confirm-venue-schema").then((part) => part.confirmVenueSchema), {
    name: venue.contactPerson?.name ?? "",
    phone: venue.contactPerson?.phone ?? "",
    email: venue.contactPerson?.email ?? "",
    accessDetails: venue.accessDetails ?? "",
    specialInstructions: venue.specialInstructions ?? "",
  });
  const send = async ({ name, phone, email, accessDetails, specialInstructions }: ConfirmVenueFields) => {
    const { eventId, locationId } = venue;
    const input = {
      eventId,
      locationId,
      ...(name !== "" && { contactPerson: { name, phone, email } }),
      ...(accessDetails !== "" && { accessDetails }),
      ...(specialInstructions !== "" && { specialInstructions }),
    };
    if (await wish.send(input)) onDone();
  };
  return (
    <Form form={form} label={`Confirm ${venue.name}`} onSubmit={send} className="grid gap-4">
      <p className="text-muted">That the venue expects this event, at this date and time.</p>
      <TextField name="name" label="Contact at the venue" isOptional autoComplete="off" />
      <TextField name="phone" label="Phone" type="tel" isOptional autoComplete="off" />
      <TextField name="email" label="E-mail" type="email" isOptional autoComplete="off" />
      <TextareaField name="accessDetails" label="How to get in" hint="Gate, dock, code, times." isOptional />
      <TextareaField name="specialInstructions" label="What else they asked for" isOptional />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        {venue.state === "confirmed" ? "Save what was agreed" : "Confirm venue"}
      </FormFoot>
    </Form>
  );
}
