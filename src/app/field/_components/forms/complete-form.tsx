"use client";

import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import type { Activity, EventRecord } from "@/app/field/_components/event-record";
import { type FigureLine, figuresOf } from "@/app/field/_components/figures";
import { kitName } from "@/components/kits/kit-record";
import { openAtEnd } from "@/app/field/_components/open-at-end";
import { useWish } from "@/app/field/_components/use-wish";
import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { Notice } from "@/components/ui/notice";
import { type RouterInputs, useTRPC, useTRPCClient } from "@/trpc/client";
import { formatClock, zoneLabel } from "@/values/format-time";
import { localDateIn } from "@/values/local-day";
import type { CompleteFields } from "./complete-schema";
import { MET } from "./complete-words";
import { FigureLines } from "./figure-lines";
import { FormFoot } from "@/components/form/form-foot";
import { VenueClockField } from "@/components/form/venue-clock-field";

export interface CompleteFormProps {
  event: EventRecord;
  activities: readonly Activity[];
  onDone: () => void;
}

/** Ends an event: first what stays open, then when it really was, what it came to, and the button. */
export function CompleteForm({ event, activities, onDone }: CompleteFormProps) {
  const client = useTRPCClient();
  const wish = useWish<RouterInputs["events"]["complete"]>((input) => client.events.complete.mutate(input));
  const form = useZodForm(
    () => import("./complete-schema").then((part) => part.completeSchema),
    valuesOf(event, activities),
  );
  const times = useWatch({ control: form.control, name: "times" });
  const trpc = useTRPC();
  const kits = useQuery(trpc.kits.atEvent.queryOptions({ eventId: event.id }));
  const kitsOut = (kits.data?.items ?? []).filter((item) => item.can.return).map(kitName);
  const open = openAtEnd(event, activities, kitsOut);
  const send = async (fields: CompleteFields) => {
    // What was not answered may have gone through: the same words go again as they were.
    const version = wish.unanswered?.version ?? event.version;
    if (await wish.send({ eventId: event.id, version, ...wishOf(fields) })) onDone();
  };
  return (
    <Form form={form} label={`Complete EV-${event.number}`} onSubmit={send} className="grid gap-4">
      <StaysOpen sentences={open.sentences} />
      <RadioField name="times" label="When it really was" options={timeOptions(event)} />
      {times === "entered" ? (
        <>
          <VenueClockField name="startedAt" label="Began" hint={zoneLabel(event.timeZone)} />
          <VenueClockField name="endedAt" label="Ended" hint={zoneLabel(event.timeZone)} />
        </>
      ) : null}
      <RadioField name="met" label="Did it go as hoped for?" options={MET} look="segments" />
      <FigureLines hint="The client sees them. They begin with what the activities counted." />
      <TextareaField name="notes" label="Notes" hint="For the agency alone." isOptional />
      {wish.problem?.rule === "people_still_in" ? (
        <TextareaField name="stillIn" label="Why it ends with people checked in" rows={2} />
      ) : null}
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        {open.leavesFollowUps ? "Complete with follow-ups" : "Complete event"}
      </FormFoot>
    </Form>
  );
}

function StaysOpen({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Notice tone="caution" title="What stays open">
      <ul className="list-disc pl-5">
        {sentences.map((sentence, index) => (
          // Two issues may be described alike.
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

function timeOptions({ actualStart, startsAt, timeZone }: EventRecord) {
  const began = formatClock(actualStart ?? startsAt, timeZone);
  return [
    { value: "recorded", label: `As recorded: from ${began} until now` },
    { value: "entered", label: "Enter the times" },
  ] as const;
}

interface CompleteValues {
  times: "recorded" | "entered";
  startedAt: string;
  endedAt: string;
  figures: FigureLine[];
  notes: string;
  stillIn: string;
}

function valuesOf(event: EventRecord, activities: readonly Activity[]): CompleteValues {
  const clock = (instant: string) =>
    `${localDateIn(instant, event.timeZone)}T${formatClock(instant, event.timeZone)}`;
  return {
    times: "recorded",
    startedAt: clock(event.actualStart ?? event.startsAt),
    endedAt: clock(event.endsAt),
    figures: figuresOf(activities),
    notes: "",
    stillIn: "",
  };
}

function wishOf({ times, startedAt, endedAt, met, figures, notes, stillIn }: CompleteFields) {
  return {
    ...(times === "entered" && { actualStartTime: startedAt, actualEndTime: endedAt }),
    ...(stillIn !== "" && { override: { reason: stillIn } }),
    outcomes: { metExpectations: met === "yes", metrics: figures, notes },
  };
}
