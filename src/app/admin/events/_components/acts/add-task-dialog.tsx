"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useAct } from "@/app/admin/_components/use-act";
import { RadioField } from "@/components/form/choice-fields";
import { ComboboxField } from "@/components/form/combobox-field";
import { DateField, TimeField } from "@/components/form/date-time-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { zoneLabel } from "@/values/format-time";
import type { AddTaskFields } from "./add-task-schema";
import type { EventDialogProps } from "./start-dialog";

const KIND = [
  { value: "logistics", label: "Logistics", hint: "The event is ready only once it is done." },
  { value: "other", label: "Something else", hint: "The event does not wait for it." },
] as const;

/** A task that no template knew, with who does it and until when. */
export function AddTaskDialog({ event, isOpen, onOpenChange }: EventDialogProps) {
  // Above the dialog, so that closing it by mistake keeps what was typed.
  const form = useTaskFields(event);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Add a task to EV-${event.number}`}
      description="Its due date stays as you set it, also when the event moves."
    >
      <AddTaskForm form={form} event={event} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function useTaskFields({ localStart }: EventDialogProps["event"]) {
  return useZodForm(() => import("./add-task-schema").then((part) => part.addTaskSchema), {
    description: "",
    kind: "logistics",
    assignedTo: "",
    dueDay: localStart.slice(0, 10),
    dueTime: localStart.slice(11, 16),
  });
}

interface AddTaskFormProps extends Pick<EventDialogProps, "event"> {
  form: ReturnType<typeof useTaskFields>;
  onClose: () => void;
}

function AddTaskForm({ form, event, onClose }: AddTaskFormProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const add = useAct(trpc.events.addTask.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const send = async ({ assignedTo, dueDay, dueTime, ...task }: AddTaskFields) => {
    setProblem(null);
    // As the venue's clock shows it.
    const dueDate = `${dueDay}T${dueTime}`;
    try {
      await add.send({ eventId: event.id, ...task, dueDate, ...(assignedTo !== "" && { assignedTo }) });
      toasts.success("The task is added.");
      onClose();
      form.reset();
    } catch (error) {
      const refused = problemOf(error);
      if (refused.fields["assignedTo"])
        form.setError("assignedTo", { message: refused.fields["assignedTo"] });
      setProblem(refused);
    }
  };
  return (
    <Form form={form} label={`Add a task to EV-${event.number}`} onSubmit={send} className="grid gap-4 pb-2">
      <TextareaField name="description" label="What is to be done" rows={2} />
      <RadioField name="kind" label="Kind" options={KIND} />
      <AssigneeField />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_7rem]">
        <DateField name="dueDay" label="Due on" hint={zoneLabel(event.timeZone)} />
        <TimeField name="dueTime" label="Due at" hint="Venue clock" />
      </div>
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Add nothing</Button>
        <SubmitButton>Add task</SubmitButton>
      </div>
    </Form>
  );
}

const AGENCY = ["manager", "admin"] as const;

/** People of the agency, found as one types. */
function AssigneeField() {
  const trpc = useTRPC();
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim()).slice(0, 100);
  const people = useQuery({
    ...trpc.directory.people.list.queryOptions({ roles: [...AGENCY], limit: 50, ...(q !== "" && { q }) }),
    placeholderData: keepPreviousData,
  });
  const items = people.data?.items.map(({ id, name, role }) => ({
    id,
    label: name,
    hint: role === "admin" ? "Admin" : "Field manager",
  }));
  return (
    <ComboboxField
      name="assignedTo"
      label="Who does it"
      isOptional
      items={items ?? []}
      onSearch={setWords}
      placeholder="A person of the agency"
    />
  );
}
