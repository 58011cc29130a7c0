"use client";

import type { EventRecord } from "@/app/field/_components/event-record";
import { useWish } from "@/app/field/_components/use-wish";
import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormFoot } from "@/components/form/form-foot";
import { TextareaField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import type { OutcomeFields } from "./complete-schema";
import { MET } from "./complete-words";
import { FigureLines } from "./figure-lines";

export interface ReviseFormProps {
  event: EventRecord;
  outcome: NonNullable<EventRecord["outcome"]>;
  onDone: () => void;
}

/** Restates what an event came to: figures often come days later. */
export function ReviseForm({ event, outcome, onDone }: ReviseFormProps) {
  const client = useTRPCClient();
  const wish = useWish<RouterInputs["events"]["reviseOutcome"]>((input) =>
    client.events.reviseOutcome.mutate(input),
  );
  const form = useZodForm(() => import("./complete-schema").then((part) => part.outcomeSchema), {
    met: outcome.metExpectations ? "yes" : "no",
    figures: Object.entries(outcome.metrics).map(([name, amount]) => ({ name, amount: String(amount) })),
    notes: outcome.notes,
  });
  const send = async ({ met, figures, notes }: OutcomeFields) => {
    const version = wish.unanswered?.version ?? event.version;
    const outcomes = { metExpectations: met === "yes", metrics: figures, notes };
    if (await wish.send({ eventId: event.id, version, outcomes })) onDone();
  };
  return (
    <Form
      form={form}
      label={`Change the result of EV-${event.number}`}
      onSubmit={send}
      className="grid gap-4"
    >
      <RadioField name="met" label="Did it go as hoped for?" options={MET} look="segments" />
      <FigureLines hint="The client sees them, and is told that they changed." />
      <TextareaField name="notes" label="Notes" hint="For the agency alone." isOptional />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Change the result
      </FormFoot>
    </Form>
  );
}
