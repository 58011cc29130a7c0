"use client";

import { startLacks } from "@/components/event-start";
import { Form, useZodForm } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { Notice } from "@/components/ui/notice";
import { VenueMoment } from "@/components/venue-time";
import type { EventRecord } from "@/app/field/_components/event-record";
import { spanWords } from "@/app/field/_components/countdown";
import { useWish } from "@/app/field/_components/use-wish";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { useNow } from "@/components/use-now";
import { FormFoot } from "@/components/form/form-foot";

export interface StartFormProps {
  event: EventRecord;
  now: string;
  onDone: () => void;
}

/** Starts an event now; one that is not ready says what is missing and takes a reason (domain.md rule 46). */
export function StartForm({ event, now, onDone }: StartFormProps) {
  const client = useTRPCClient();
  const moment = useNow(now);
  const wish = useWish<RouterInputs["events"]["start"]>((input) => client.events.start.mutate(input));
  const lacks = startLacks(event);
  const isReady = lacks.length === 0;
  const form = useZodForm(
    () => import("./start-schema").then((part) => (isReady ? part.readyStartSchema : part.startSchema)),
    { reason: "" },
  );
  const send = async ({ reason }: { reason: string }) => {
    const { unanswered } = wish;
    // What was not answered may have gone through: the same words go again as they were.
    const version = unanswered?.version ?? event.version;
    const input = { eventId: event.id, version, ...(!isReady && { override: { reason } }) };
    if (await wish.send(input)) onDone();
  };
  return (
    <Form form={form} label={`Start EV-${event.number}`} onSubmit={send} className="grid gap-4">
      <p>
        Planned for <VenueMoment at={event.startsAt} timeZone={event.timeZone} now={now} />
        {`. ${timingWords(event.startsAt, moment)}`}
      </p>
      {isReady ? (
        <p className="text-muted">The time of the press is recorded as the start. It cannot be taken back.</p>
      ) : (
        <>
          <Notice tone="caution" title="This event is not ready">
            <ul className="list-disc pl-5">
              {lacks.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
          <TextareaField
            name="reason"
            label="Why it starts all the same"
            hint="The desk reads it. It cannot be taken back."
          />
        </>
      )}
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        {isReady ? "Start event" : "Start although not ready"}
      </FormFoot>
    </Form>
  );
}

/** How far the present moment is from the plan. */
function timingWords(startsAt: string, now: string): string {
  const early = Date.parse(startsAt) - Date.parse(now);
  if (Math.abs(early) < 60_000) return "That is now.";
  return early > 0 ? `You are ${spanWords(early)} early.` : `You are ${spanWords(-early)} late.`;
}
