"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { eventHref } from "@/app/admin/_components/event-href";
import { useAct } from "@/app/admin/_components/use-act";
import { EventStatus } from "@/app/admin/events/_components/event-status";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { LeaveGuard } from "@/components/form/leave-guard";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { MoveBar } from "./move-bar";
import { MoveConsequences } from "./move-consequences";
import { MoveFields } from "./move-fields";
import type { RescheduleFields } from "./reschedule-schema";
import { newDateOf, useMovePreview } from "./use-move-preview";

export interface RescheduleSheetProps {
  event: EventRecord;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** The new start, everything that follows from it, then the button (U-34). */
export function RescheduleSheet({ event, now, timeZone }: RescheduleSheetProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const toasts = useToasts();
  const move = useAct(trpc.events.reschedule.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const [isDone, setIsDone] = useState(false);
  const [clashing, setClashing] = useState(false);
  const form = useZodForm(
    () => import("./reschedule-schema").then((part) => part.rescheduleSchema(clashing)),
    {
      newDay: event.localStart.slice(0, 10),
      newTime: event.localStart.slice(11, 16),
      reason: "",
      notifyStaff: true,
      notifyClient: true,
      override: "",
    },
  );
  const [newDay, newTime, notifyStaff, notifyClient] = useWatch({
    control: form.control,
    name: ["newDay", "newTime", "notifyStaff", "notifyClient"],
  });
  const { isDirty } = useFormState({ control: form.control });
  const newDate = newDateOf({ newDay, newTime });
  const isSame = newDate === event.localStart;
  const preview = useMovePreview(event.id, isSame ? { newDay: "", newTime: "" } : { newDay, newTime });
  const shown = isSame || newDate === null ? undefined : preview.data;
  const isClashing = shown !== undefined && shown.managerClashes.length + shown.venueClashes.length > 0;
  if (clashing !== isClashing) setClashing(isClashing);
  const code = `EV-${event.number}`;

  const send = async (fields: RescheduleFields) => {
    setProblem(null);
    if (newDate === null) return;
    if (!shown || preview.isFetching) return form.setError("newTime", { message: unseenWords(code, isSame) });
    if (shown.refusal) return form.setError("newTime", { message: shown.refusal.message });
    const { reason, override } = fields;
    try {
      await move.send({
        eventId: event.id,
        // What was read is what is carried out: a change in between is a conflict.
        version: shown.version,
        newDate,
        reason,
        notifyStaff,
        notifyClient,
        ...(isClashing && { override: { reason: override } }),
      });
      setIsDone(true);
      toasts.success(`${code} is moved.`, code);
      router.push(eventHref(event.id));
    } catch (error) {
      setProblem(problemOf(error));
      void preview.refetch();
    }
  };
  const choice = { team: notifyStaff, client: notifyClient };
  return (
    <Form
      form={form}
      label={`Reschedule ${code}`}
      onSubmit={send}
      className="flex min-h-dvh flex-col gap-4 px-4 pt-4 lg:px-6"
    >
      <div className="grid flex-1 content-start gap-4">
        <PageHeader
          crumbs={[
            { label: "Events", href: "/admin/events" },
            { label: code, href: eventHref(event.id) },
          ]}
          title={`Reschedule ${code}`}
          status={<EventStatus event={event} />}
          meta={`${event.title} · ${event.client.name} · ${event.venue.name}, ${event.venue.city}`}
        />
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <MoveFields event={event} refusal={shown?.refusal ?? null} isClashing={isClashing} now={now} />
          <MoveConsequences
            event={event}
            isSame={isSame}
            preview={shown}
            isChecking={preview.isFetching}
            error={preview.isError && shown === undefined ? preview.error : null}
            onRetry={() => void preview.refetch()}
            choice={choice}
            now={now}
            timeZone={timeZone}
          />
        </div>
        <div className="*:scroll-mb-24">
          <FormProblem problem={problem} />
        </div>
      </div>
      <MoveBar event={event} preview={shown} choice={choice} isSending={isDone} now={now} />
      <LeaveGuard isDirty={isDirty && !isDone} what={`the new time of ${code}`} />
    </Form>
  );
}

function unseenWords(code: string, isSame: boolean): string {
  return isSame
    ? `${code} starts at this time already. Choose another.`
    : "What follows from this time is still being looked at. Read it, then move the event.";
}
