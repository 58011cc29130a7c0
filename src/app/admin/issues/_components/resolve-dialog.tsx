"use client";

import { useMutation } from "@tanstack/react-query";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { aboutWords, type Issue } from "./issue-words";
import { useRefreshIssues } from "./use-issue-acts";

export interface ResolveDialogProps {
  issue: Issue;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Settles an issue, saying how. */
export function ResolveDialog({ issue, isOpen, onOpenChange }: ResolveDialogProps) {
  // Above the dialog, so that closing it by mistake keeps what was typed.
  const form = useResolveFields();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Resolve the issue"
      description={`${aboutWords(issue)}: ${issue.description}`}
    >
      <ResolveForm form={form} issue={issue} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function useResolveFields() {
  return useZodForm(() => import("./resolve-schema").then((part) => part.resolveSchema), { resolution: "" });
}

interface ResolveFormProps {
  form: ReturnType<typeof useResolveFields>;
  issue: Issue;
  onClose: () => void;
}

function ResolveForm({ form, issue, onClose }: ResolveFormProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshIssues();
  const resolve = useMutation(trpc.events.resolveIssue.mutationOptions());
  const { id, event, touches } = issue;
  const send = async ({ resolution }: { resolution: string }) => {
    const wish = { eventId: event.id, issueId: id, resolution };
    await resolve.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) }).then(
      async () => {
        toasts.success(`The issue of EV-${event.number} is resolved.`, id);
        onClose();
        form.reset();
        await refresh();
      },
      // The refusal shows in place.
      () => void refresh(),
    );
  };
  return (
    <Form form={form} label="Resolve the issue" onSubmit={send} className="grid gap-4 pb-2">
      {touches.length === 0 ? null : (
        <p className="text-cell text-muted">
          {`The readiness of ${counted(touches.length, "other event")} at the venue is looked at again.`}
        </p>
      )}
      <TextareaField name="resolution" label="How it was resolved" hint="No personal or health details." />
      <FormProblem problem={resolve.error ? problemOf(resolve.error) : null} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Leave it open</Button>
        <SubmitButton>Resolve it</SubmitButton>
      </div>
    </Form>
  );
}
