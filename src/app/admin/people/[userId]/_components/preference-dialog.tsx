"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectField, TextareaField } from "@/components/form/text-field";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { StaffRecord } from "./person-screen";
import { useRefreshPeople } from "./use-refresh-people";

interface PreferenceDialogProps {
  record: StaffRecord;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

interface Values {
  clientId: string;
  preference: "preferred" | "blocked" | "none";
  reason: string;
}

const CHOICES = [
  { value: "preferred", label: "Preferred", hint: "They rank higher for this client." },
  { value: "blocked", label: "Blocked", hint: "They cannot have a shift of this client." },
  { value: "none", label: "Neither", hint: "Takes back what was said." },
] as const;

/** What a client has said about a person. */
export function PreferenceDialog({ record, isOpen, onOpenChange }: PreferenceDialogProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshPeople();
  const clients = useQuery(trpc.directory.clients.list.queryOptions({ limit: 200 }));
  const set = useMutation(trpc.directory.people.setPreference.mutationOptions());
  const form = useZodForm(() => import("./preference-schema").then((part) => part.preferenceSchema), {
    clientId: "",
    preference: "preferred",
    reason: "",
  } satisfies Values);
  const send = async (said: {
    clientId: string;
    preference: "preferred" | "blocked" | null;
    reason: string;
  }) => {
    const wish = { recordId: record.userId, ...said };
    await set.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) }).then(
      async () => {
        await refresh();
        toasts.success(`What the client said about ${record.name} is saved.`, record.userId);
        onOpenChange(false);
        form.reset();
      },
      // The refusal shows in place.
      () => undefined,
    );
  };
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={`What a client says about ${record.name}`}>
      <Form
        form={form}
        label={`What a client says about ${record.name}`}
        onSubmit={send}
        className="grid gap-4 pb-2"
      >
        <SelectField
          name="clientId"
          label="Client"
          placeholder="Choose"
          options={(clients.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RadioField name="preference" label="What they say" options={CHOICES} look="list" />
        <TextareaField
          name="reason"
          label="Reason"
          isOptional
          hint="Only admins read it. No personal or health details."
        />
        <FormProblem problem={set.error ? problemOf(set.error) : null} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Leave it as it is</Button>
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
