"use client";

import { useState } from "react";
import { useAct } from "@/app/admin/_components/use-act";
import { RadioField } from "@/components/form/choice-fields";
import { DateField, TimeField } from "@/components/form/date-time-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { formatWindow, zoneLabel } from "@/values/format-time";
import type { CompleteFields } from "./complete-schema";
import { completionDefaults, MET, toOutcome } from "./completion";
import { FigureLines } from "./figure-lines";
import type { EventDialogProps } from "./start-dialog";

/** Ends the event: when it really was, how it went, what was counted (rule 48). */
export function CompleteDialog(props: EventDialogProps & { now: string }) {
  const { event, isOpen, onOpenChange, now } = props;
  // Above the dialog, so that closing it by mistake keeps what was typed.
  const [offered] = useState(() => completionDefaults(event, new Date().toISOString()));
  const form = useCompleteFields(offered);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Complete EV-${event.number}`}
      description={`Planned ${formatWindow(event, event.timeZone, now)}. The client reads the result.`}
    >
      <CompleteForm form={form} offered={offered} event={event} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

type Offered = ReturnType<typeof completionDefaults>;

function useCompleteFields(offered: Offered) {
  return useZodForm(() => import("./complete-schema").then((part) => part.completeSchema), offered);
}

interface CompleteFormProps extends Pick<EventDialogProps, "event"> {
  form: ReturnType<typeof useCompleteFields>;
  offered: Offered;
  onClose: () => void;
}

function CompleteForm({ form, offered, event, onClose }: CompleteFormProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const complete = useAct(trpc.events.complete.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const code = `EV-${event.number}`;
  const send = async (fields: CompleteFields) => {
    setProblem(null);
    const { id, version } = event;
    try {
      await complete.send({ eventId: id, version, ...toOutcome(fields, offered) });
      toasts.success(`${code} is completed.`, code);
      onClose();
    } catch (error) {
      const refused = problemOf(error);
      const { actualStartTime, actualEndTime } = refused.fields;
      if (actualStartTime !== undefined) form.setError("startTime", { message: actualStartTime });
      if (actualEndTime !== undefined) form.setError("endTime", { message: actualEndTime });
      setProblem(refused);
    }
  };
  return (
    <Form form={form} label={`Complete ${code}`} onSubmit={send} className="grid gap-4 pb-2">
      <OpenIssues event={event} />
      <p className="text-meta text-muted">{`Times are ${zoneLabel(event.timeZone)}. The end counts as now while you leave it as it is.`}</p>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_7rem]">
        <DateField name="startDay" label="Began on" />
        <TimeField name="startTime" label="Began at" />
        <DateField name="endDay" label="Ended on" />
        <TimeField name="endTime" label="Ended at" />
      </div>
      <RadioField name="met" label="How it went" options={MET} />
      <FigureLines />
      <TextareaField name="notes" label="Notes" isOptional />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Let it run</Button>
        <SubmitButton>{`Complete ${code}`}</SubmitButton>
      </div>
    </Form>
  );
}

/** What stays open becomes a follow-up, and is said before the button. */
function OpenIssues({ event }: Pick<EventDialogProps, "event">) {
  const critical = event.issues.filter(
    ({ severity, status }) => severity === "critical" && status !== "resolved",
  );
  if (critical.length === 0) return null;
  return (
    <Notice tone="caution" title="Completed with follow-ups">
      <p>A critical issue is still open and stays on the list of what is left to do:</p>
      <ul>
        {critical.map(({ id, description }) => (
          <li key={id}>{description}</li>
        ))}
      </ul>
    </Notice>
  );
}
