"use client";

import { useMutation } from "@tanstack/react-query";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { LiftHoldFields } from "./hold-schema";
import type { HoldLine } from "./holds-card";
import { useRefreshRetention } from "./use-refresh-retention";

interface LiftHoldDialogProps {
  readonly hold: HoldLine;
  readonly onClose: () => void;
}

/** Lets a booking's entries expire again, with the reason. */
export function LiftHoldDialog({ hold, onClose }: LiftHoldDialogProps) {
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Lift the hold on ${hold.bookingNumber}`}
      description="Entries past their time leave with the next run, within the hour."
    >
      <LiftHoldForm hold={hold} onClose={onClose} />
    </Dialog>
  );
}

function LiftHoldForm({ hold, onClose }: { readonly hold: HoldLine; readonly onClose: () => void }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshRetention();
  const lift = useMutation(trpc.log.liftHold.mutationOptions());
  const form = useZodForm(() => import("./hold-schema").then((part) => part.liftHoldSchema), { reason: "" });
  const { bookingId, bookingNumber } = hold;
  const send = async ({ reason }: LiftHoldFields) => {
    const wish = { bookingId, reason };
    await lift.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) }).then(
      async () => {
        toasts.success(`The hold on ${bookingNumber} is lifted.`);
        onClose();
        await refresh();
      },
      // The refusal shows in place.
      () => refresh(),
    );
  };
  return (
    <Form form={form} label={`Lift the hold on ${bookingNumber}`} onSubmit={send} className="grid gap-4 pb-2">
      <TextareaField name="reason" label="Reason" hint="The desk reads it in the log." />
      <FormProblem problem={lift.error ? problemOf(lift.error) : null} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Keep it on hold</Button>
        <SubmitButton>Lift the hold</SubmitButton>
      </div>
    </Form>
  );
}
