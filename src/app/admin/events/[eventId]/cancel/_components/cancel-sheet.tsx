"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { eventHref } from "@/app/admin/_components/event-href";
import { useAct } from "@/app/admin/_components/use-act";
import { EventStatus } from "@/app/admin/events/_components/event-status";
import { toldNames } from "@/app/admin/events/_components/told-words";
import { people } from "@/app/admin/bookings/_components/people";
import { CheckboxField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { LeaveGuard } from "@/components/form/leave-guard";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { PageHeader } from "@/components/page-header";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { CancelEffects, type CancelEffectsProps } from "./cancel-effects";
import type { CancelFields } from "./cancel-schema";

export type CancelSheetProps = Omit<CancelEffectsProps, "notifyClient">;

/** Effects, reason, button (U-34). */
export function CancelSheet({ event, preview, release, now }: CancelSheetProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const toasts = useToasts();
  const cancel = useAct(trpc.events.cancel.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const [isDone, setIsDone] = useState(false);
  const form = useZodForm(() => import("./cancel-schema").then((part) => part.cancelSchema), {
    reason: "",
    notifyClient: true,
  });
  const notifyClient = useWatch({ control: form.control, name: "notifyClient" });
  const { isDirty } = useFormState({ control: form.control });
  const code = `EV-${event.number}`;
  const send = async (fields: CancelFields) => {
    setProblem(null);
    try {
      // What was read is what is cancelled: a change in between is a conflict.
      await cancel.send({ eventId: event.id, version: preview.version, ...fields });
      setIsDone(true);
      toasts.success(`${code} is cancelled.`, code);
      router.push(eventHref(event.id));
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const told = toldNames(preview.told, { team: true, client: notifyClient });
  return (
    <Form
      form={form}
      label={`Cancel ${code}`}
      onSubmit={send}
      className="flex min-h-dvh flex-col gap-4 px-4 pt-4 lg:px-6"
    >
      <div className="grid flex-1 content-start gap-4">
        <PageHeader
          crumbs={[
            { label: "Events", href: "/admin/events" },
            { label: code, href: eventHref(event.id) },
          ]}
          title={`Cancel ${code}`}
          status={<EventStatus event={event} />}
          meta={`${event.title} · ${event.client.name}`}
        />
        {preview.refusal && !isDone ? (
          <Notice tone="caution" title="This event cannot be cancelled now">
            {preview.refusal.message}
          </Notice>
        ) : null}
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <CancelEffects
            event={event}
            preview={preview}
            release={release}
            notifyClient={notifyClient}
            now={now}
          />
          <Card title="Reason">
            <div className="grid gap-4">
              <TextareaField
                name="reason"
                label="Why it does not take place"
                hint="Everybody who is told reads it as you write it."
              />
              <CheckboxField name="notifyClient" label={`Tell the people of ${event.client.name}`} />
            </div>
          </Card>
        </div>
        <div className="*:scroll-mb-24">
          <FormProblem problem={problem} />
        </div>
      </div>
      <div className="sticky bottom-0 z-bar -mx-4 lg:-mx-6">
        <ActionBar
          summary={
            <p role="status">
              <span className="font-medium text-text">{`Cancels ${code}`}</span>
              {` — tells ${people(told.length)}. This cannot be undone.`}
            </p>
          }
        >
          <ButtonLink href={eventHref(event.id)}>Keep the event</ButtonLink>
          {preview.refusal ? null : (
            <SubmitButton variant="danger" isPending={isDone}>{`Cancel ${code}`}</SubmitButton>
          )}
        </ActionBar>
      </div>
      <LeaveGuard isDirty={isDirty && !isDone} what={`the reason for cancelling ${code}`} />
    </Form>
  );
}
