"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { RadioField } from "@/components/form/choice-fields";
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
import type { BookingDetail } from "./booking-dates";
import { VersionDifference } from "@/components/version-difference";
import { differencesOf, presentVersionOf } from "@/components/stale-version";
import type { RejectFields } from "./reject-schema";
import { useRefreshBookings } from "./use-refresh-bookings";

const AGAIN = [
  { value: "yes", label: "The client may change it and send it again" },
  { value: "no", label: "This is final", hint: "A new try has to be a new booking." },
] as const;

export interface BookingDialogProps {
  booking: BookingDetail;
  now: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Rejects a request as a whole, with its reason and whether it may come again. */
export function RejectDialog({ booking, isOpen, onOpenChange, now }: BookingDialogProps) {
  // Above the dialog, so that closing it by mistake keeps what was typed.
  const form = useRejectFields();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Reject ${booking.number}`}
      description={`${booking.client.name} is told, with your reason. Nothing of ${booking.number} is approved.`}
    >
      <RejectForm form={form} booking={booking} now={now} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function useRejectFields() {
  return useZodForm(() => import("./reject-schema").then((part) => part.rejectSchema), {
    reason: "",
    again: "yes",
  });
}

interface RejectFormProps {
  form: ReturnType<typeof useRejectFields>;
  booking: BookingDetail;
  now: string;
  onClose: () => void;
}

function RejectForm({ form, booking, now, onClose }: RejectFormProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshBookings();
  const reject = useMutation(trpc.bookings.reject.mutationOptions());
  // What was on the page when the dialog opened: an edit behind it must not slip past (rule 10).
  const [version, setVersion] = useState(booking.version);
  const { bookingId, number } = booking;
  const send = async ({ reason, again }: RejectFields) => {
    const wish = { bookingId, version, reason, allowResubmission: again === "yes" };
    await reject.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) }).then(
      async () => {
        toasts.success(`${number} is rejected.`, number);
        onClose();
        form.reset();
        await refresh();
      },
      // The refusal shows in place.
      () => void refresh(),
    );
  };
  const problem = reject.error ? problemOf(reject.error) : null;
  const present = presentVersionOf(problem?.data);
  const rejectPresent = () => {
    if (present !== null) setVersion(present);
    reject.reset();
  };
  return (
    <Form form={form} label={`Reject ${number}`} onSubmit={send} className="grid gap-4 pb-2">
      <TextareaField name="reason" label="Reason" hint="The client reads it as you write it." />
      <RadioField name="again" label="Afterwards" options={AGAIN} />
      <FormProblem
        problem={problem}
        actions={
          present === null ? undefined : <Button onClick={rejectPresent}>Go on with this version</Button>
        }
      >
        <VersionDifference booking={booking} differences={differencesOf(problem?.data)} now={now} />
      </FormProblem>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Keep it waiting</Button>
        <SubmitButton variant="danger">{`Reject ${number}`}</SubmitButton>
      </div>
    </Form>
  );
}
