"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormState } from "react-hook-form";
import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { useRefreshBookings } from "@/app/admin/bookings/_components/use-refresh-bookings";
import { DateField } from "@/components/form/date-time-fields";
import { Form, useZodForm } from "@/components/form/form";
import { LeaveGuard } from "@/components/form/leave-guard";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { AskedField } from "./asked-field";
import { askableFields, changesSchema, type ChangesValues, emptyChanges, toWish } from "./change-request";
import { ChangesHeader } from "./changes-header";
import { ChangesRefused } from "./changes-refused";
import { bookingHref } from "@/app/admin/bookings/_components/booking-href";

export interface ChangesFormProps {
  /** As the server has it now; what is sent names the version that was read. */
  present: BookingDetail;
  /** Asks the server again; null when no answer came. */
  onReload: () => Promise<BookingDetail | null>;
  now: string;
}

/** The request as a form: a note per field with reason and suggestion, and the day to answer by (rule 12). */
export function ChangesForm({ present, onReload, now }: ChangesFormProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshBookings();
  const [reviewed, setReviewed] = useState(present);
  const ask = useMutation(trpc.bookings.requestChanges.mutationOptions());
  const form = useZodForm<ChangesValues, ChangesValues>(changesSchema, emptyChanges());
  const { isDirty } = useFormState({ control: form.control });
  const { bookingId, number } = reviewed;
  const send = async (values: ChangesValues) => {
    const wish = toWish(reviewed, values);
    await ask.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) }).then(
      async () => {
        toasts.success(`${reviewed.client.name} is asked to change ${number}.`, number);
        router.push(bookingHref(bookingId));
        await refresh();
      },
      (error: unknown) => {
        const { answerBy } = problemOf(error).fields;
        if (answerBy !== undefined) form.setError("answerBy", { message: answerBy });
        void refresh();
      },
    );
  };
  // With what is true at this press: the refresh that followed the refusal may still be on its way.
  const reviewAgain = async () => {
    const reloaded = await onReload();
    if (reloaded === null) return;
    setReviewed(reloaded);
    ask.reset();
  };
  return (
    <Form
      form={form}
      label={`Ask for changes to ${number}`}
      onSubmit={send}
      className="flex min-h-dvh flex-col gap-4 px-4 pt-4 lg:px-6"
    >
      <div className="grid flex-1 content-start gap-4">
        <ChangesHeader booking={reviewed} />
        <Card title="What should change" isFlush>
          <ul className="divide-y divide-border">
            {askableFields.map((field) => (
              <AskedField key={field} field={field} booking={reviewed} now={now} />
            ))}
          </ul>
        </Card>
        <Card title="Answer by">
          <DateField
            name="answerBy"
            label="Last day to answer"
            isOptional
            min={now.slice(0, 10)}
            hint="The dates stay held for the client until the end of that day at the venue. Seven days when left empty."
          />
        </Card>
        {ask.error ? (
          <ChangesRefused
            problem={problemOf(ask.error)}
            booking={reviewed}
            now={now}
            onReviewAgain={reviewAgain}
          />
        ) : null}
      </div>
      <div className="sticky bottom-0 z-bar -mx-4 lg:-mx-6">
        <ActionBar summary={`${reviewed.client.name} is told. Nothing of ${number} is decided meanwhile.`}>
          <ButtonLink href={bookingHref(bookingId)}>Back</ButtonLink>
          <SubmitButton isPending={ask.isSuccess}>Ask for changes</SubmitButton>
        </ActionBar>
      </div>
      <LeaveGuard isDirty={isDirty && !ask.isSuccess} what={`what you wrote about ${number}`} />
    </Form>
  );
}
