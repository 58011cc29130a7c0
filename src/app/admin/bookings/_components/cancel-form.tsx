"use client";

import { useMutation } from "@tanstack/react-query";
import * as z from "zod";
import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { useToasts } from "@/components/ui/toast";
import { reasonSchema } from "@/modules/bookings/inputs";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import type { BookingDetail } from "./booking-dates";
import { CancelEffects } from "./cancel-effects";
import { counted } from "@/values/count-words";
import { useRefreshBookings } from "./use-refresh-bookings";

export type CancelPreview = RouterOutputs["bookings"]["previewCancel"];

/** Whether running events go on is said only when there are any, so its check depends on them. */
function cancelFields(hasRunning: boolean) {
  const choice = z.enum(["keep", "cancel"], { error: "Say what happens to the events that are running." });
  return z.object({ reason: reasonSchema, running: hasRunning ? choice : choice.optional() });
}

const RUNNING = [
  { value: "keep", label: "Let what is running finish" },
  { value: "cancel", label: "Cancel what is running too" },
] as const;

/** The fields of a cancellation, kept above the dialog that shows them. */
export function useCancelFields(preview: CancelPreview | undefined) {
  return useZodForm(cancelFields(hasRunningEvents(preview)), { reason: "" });
}

function hasRunningEvents(preview: CancelPreview | undefined): boolean {
  return preview?.events.some((event) => event.effect === "running") === true;
}

interface CancelFormProps {
  form: ReturnType<typeof useCancelFields>;
  booking: BookingDetail;
  preview: CancelPreview;
  now: string;
  onClose: () => void;
}

/** Effects first, then reason and button. */
export function CancelForm({ form, booking, preview, now, onClose }: CancelFormProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshBookings();
  const cancel = useMutation(trpc.bookings.cancel.mutationOptions());
  const hasRunning = hasRunningEvents(preview);
  const { bookingId, number, timeZone } = booking;
  const goes = preview.events.filter((event) => event.effect === "cancelled").length;
  const send = async ({ reason, running }: { reason: string; running?: "keep" | "cancel" | undefined }) => {
    const wish = {
      bookingId,
      version: preview.version,
      reason,
      ...(running && hasRunning && { runningEvents: running }),
    };
    await cancel.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) }).then(
      async () => {
        toasts.success(`${number} is cancelled.`, number);
        onClose();
        form.reset();
        await refresh();
      },
      // The refusal shows in place, and the effects are worked out again.
      () => void refresh(),
    );
  };
  return (
    <Form form={form} label={`Cancel ${number}`} onSubmit={send} className="grid gap-4 pb-2">
      <CancelEffects preview={preview} timeZone={timeZone} now={now} />
      {hasRunning ? <RadioField name="running" label="Events that are running" options={RUNNING} /> : null}
      <TextareaField name="reason" label="Reason" hint="Everybody who is told reads it as you write it." />
      <FormProblem problem={cancel.error ? problemOf(cancel.error) : null} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Keep the booking</Button>
        <SubmitButton variant="danger">
          {goes === 0 ? `Cancel ${number}` : `Cancel ${number} and ${counted(goes, "event")}`}
        </SubmitButton>
      </div>
    </Form>
  );
}
