"use client";

import type { EventRecord } from "@/app/field/_components/event-record";
import { useWish } from "@/app/field/_components/use-wish";
import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { zoneLabel } from "@/values/format-time";
import { FormFoot } from "@/components/form/form-foot";
import type { TaskFields } from "./task-schema";
import { VenueClockField } from "@/components/form/venue-clock-field";

const KINDS = [
  { value: "logistics", label: "Logistics", hint: "The event is not ready before it is done." },
  { value: "other", label: "Something else", hint: "Nothing waits for it." },
] as const;

export interface TaskFormProps {
  event: EventRecord;
  onDone: () => void;
}

/** One more task of the preparation. */
export function TaskForm({ event, onDone }: TaskFormProps) {
  const client = useTRPCClient();
  const wish = useWish<RouterInputs["events"]["addTask"]>((input) => client.events.addTask.mutate(input));
  const form = useZodForm(() => import("./task-schema").then((part) => part.taskSchema), {
    description: "",
    kind: "logistics",
    dueDate: event.localStart,
  });
  const send = async (fields: TaskFields) => {
    if (!(await wish.send({ eventId: event.id, ...fields }))) return;
    form.reset();
    onDone();
  };
  return (
    <Form form={form} label="Add a task" onSubmit={send} className="grid gap-4">
      <TextareaField name="description" label="What is to be done" rows={2} />
      <RadioField name="kind" label="Kind" options={KINDS} />
      <VenueClockField name="dueDate" label="Due" hint={zoneLabel(event.timeZone)} />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Add task
      </FormFoot>
    </Form>
  );
}
