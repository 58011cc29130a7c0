"use client";

import type { VenueRecord } from "@/app/field/_components/event-record";
import { useWish } from "@/app/field/_components/use-wish";
import { Form, useZodForm } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { FormFoot } from "@/components/form/form-foot";

export interface RevokeFormProps {
  venue: VenueRecord;
  onDone: () => void;
}

/** Takes a confirmation back; the event is not ready then. */
export function RevokeForm({ venue, onDone }: RevokeFormProps) {
  const client = useTRPCClient();
  const wish = useWish<RouterInputs["locations"]["revokeConfirmation"]>((input) =>
    client.locations.revokeConfirmation.mutate(input),
  );
  const form = useZodForm(() => import("./reason-schemas").then((part) => part.revokeSchema), { reason: "" });
  const send = async ({ reason }: { reason: string }) => {
    if (!(await wish.send({ eventId: venue.eventId, locationId: venue.locationId, reason }))) return;
    form.reset();
    onDone();
  };
  return (
    <Form form={form} label="Take the confirmation back" onSubmit={send} className="grid gap-4">
      <TextareaField name="reason" label="Reason" hint={`Why ${venue.name} cannot be counted on now.`} />
      <FormFoot problem={wish.problem} isPending={wish.isPending} variant="danger">
        Take confirmation back
      </FormFoot>
    </Form>
  );
}
