"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { RadioField } from "@/components/form/choice-fields";
import { TextareaField } from "@/components/form/text-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { useTRPC } from "@/trpc/client";
import { CancelEffects } from "./cancel-effects";
import type { CancelAnswers } from "./cancel-schema";

export interface CancelSheetProps {
  booking: {
    readonly bookingId: string;
    readonly number: string;
    readonly timeZone: string;
  };
  /** Nobody but the client knows of a draft: there is less to say about it. */
  isDraft: boolean;
  isOpen: boolean;
  onClose: () => void;
  now: string;
}

/** Cancelling cannot be undone: first what it takes down and whom it tells, then the button (U-34). */
export function CancelSheet(props: CancelSheetProps) {
  const { booking, isDraft, isOpen, onClose } = props;
  // Above the sheet, so that closing it by mistake keeps what was typed.
  const form = useCancelFields();
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={isDraft ? `Discard ${booking.number}?` : `Cancel ${booking.number}?`}
    >
      {isOpen ? <CancelForm {...props} form={form} /> : null}
    </Sheet>
  );
}

function useCancelFields() {
  return useZodForm(() => import("./cancel-schema").then((part) => part.cancelSchema), {
    reason: "",
    runningEvents: "keep",
  });
}

interface CancelFormProps extends CancelSheetProps {
  form: ReturnType<typeof useCancelFields>;
}

function CancelForm({ form, booking, isDraft, onClose, now }: CancelFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keyFor = useFreshKey();
  const hintId = useId();
  const preview = useQuery({
    ...trpc.bookings.previewCancel.queryOptions({ bookingId: booking.bookingId }),
    staleTime: 0,
  });
  const cancel = useMutation(trpc.bookings.cancel.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const effects = <CancelEffects {...{ preview, isDraft, now }} timeZone={booking.timeZone} />;
  // Nobody presses the button before they can see what it does.
  if (!preview.data) return effects;
  const { events, version } = preview.data;
  const gone = events.filter((event) => event.effect === "cancelled").length;
  const hasRunning = events.some((event) => event.effect === "running");
  const verb = isDraft ? "Discard" : "Cancel";
  async function send({ reason, runningEvents }: CancelAnswers) {
    const wish = {
      bookingId: booking.bookingId,
      version,
      reason,
      ...(hasRunning && { runningEvents }),
    };
    setProblem(null);
    try {
      await cancel.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) });
      onClose();
      form.reset();
    } catch (error) {
      setProblem(problemOf(error));
    }
    await queryClient.invalidateQueries(trpc.bookings.pathFilter());
  }
  return (
    <Form form={form} label={`${verb} ${booking.number}`} onSubmit={send} className="grid gap-4 pb-2">
      <div id={hintId}>{effects}</div>
      {hasRunning ? (
        <RadioField
          name="runningEvents"
          label="What is running now"
          options={[
            { value: "keep", label: "Let it finish" },
            { value: "cancel", label: "Cancel it too" },
          ]}
        />
      ) : null}
      <TextareaField
        name="reason"
        label="Reason"
        hint={isDraft ? "For your own history." : "The agency reads this. No personal or health details."}
      />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{isDraft ? "Keep draft" : "Keep booking"}</Button>
        <SubmitButton variant="danger">
          {gone === 0
            ? `${verb} ${booking.number}`
            : `Cancel ${booking.number} and ${gone} ${gone === 1 ? "event" : "events"}`}
        </SubmitButton>
      </div>
    </Form>
  );
}
