"use client";

import type { Issue } from "@/app/field/_components/event-record";
import { useWish } from "@/app/field/_components/use-wish";
import { Form, useZodForm } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { FormFoot } from "@/components/form/form-foot";

export interface ResolveFormProps {
  eventId: string;
  issue: Issue;
  onDone: () => void;
}

/** Settles an issue, with how it was settled. */
export function ResolveForm({ eventId, issue, onDone }: ResolveFormProps) {
  const client = useTRPCClient();
  const wish = useWish<RouterInputs["events"]["resolveIssue"]>((input) =>
    client.events.resolveIssue.mutate(input),
  );
  const form = useZodForm(() => import("./reason-schemas").then((part) => part.resolveSchema), {
    resolution: "",
  });
  const send = async ({ resolution }: { resolution: string }) => {
    if (await wish.send({ eventId, issueId: issue.id, resolution })) onDone();
  };
  return (
    <Form form={form} label="Resolve the issue" onSubmit={send} className="grid gap-4">
      <p className="whitespace-pre-line">{issue.description}</p>
      <TextareaField name="resolution" label="How it was resolved" />
      <FormFoot problem={wish.problem} isPending={wish.isPending}>
        Resolve issue
      </FormFoot>
    </Form>
  );
}
