"use client";

import { eventHref } from "@/app/admin/_components/event-href";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { EventStatus } from "@/app/admin/events/_components/event-status";
import { Form } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { LeaveGuard } from "@/components/form/leave-guard";
import { PageHeader } from "@/components/page-header";
import { MoveBar } from "./move-bar";
import { MoveConsequences } from "./move-consequences";
import { MoveFields } from "./move-fields";
import { useMove } from "./use-move";

export interface RescheduleSheetProps {
  event: EventRecord;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** The new start, everything that follows from it, then the button (U-34). */
export function RescheduleSheet({ event, now, timeZone }: RescheduleSheetProps) {
  const { form, send, problem, preview, shown, choice, ...move } = useMove(event);
  const code = `EV-${event.number}`;
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
          <MoveFields event={event} refusal={shown?.refusal ?? null} isClashing={move.isClashing} now={now} />
          <MoveConsequences
            event={event}
            isSame={move.isSame}
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
      <MoveBar event={event} preview={shown} choice={choice} isSending={move.isDone} now={now} />
      <LeaveGuard isDirty={move.isDirty} what={`the new time of ${code}`} />
    </Form>
  );
}
