"use client";

import { type ReactNode, useState } from "react";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useRefreshDeliveries } from "./use-refresh-deliveries";

export interface ReasonDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** What will happen, to how many. */
  readonly description: ReactNode;
  /** The verb with its object, on the button. */
  readonly verb: string;
  readonly isDanger?: boolean;
  /** Called with the reason and a key of this opening; when it rejects, the refusal shows in place. */
  readonly act: (wish: { readonly reason: string; readonly idempotencyKey: string }) => Promise<unknown>;
}

/** Asks for the reason of an act that steers the log, which is recorded with it. */
export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      title={props.title}
      description={props.description}
    >
      <ReasonForm {...props} />
    </Dialog>
  );
}

function ReasonForm({ title, verb, isDanger = false, act, onOpenChange }: ReasonDialogProps) {
  const refresh = useRefreshDeliveries();
  const keyFor = useFreshKey();
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const form = useZodForm(() => import("./reason-schema").then((part) => part.reasonFields), { reason: "" });
  const send = async ({ reason }: { readonly reason: string }) => {
    setProblem(null);
    await act({ reason, idempotencyKey: keyFor(reason) }).then(
      () => onOpenChange(false),
      (error: unknown) => setProblem(problemOf(error)),
    );
    await refresh();
  };
  return (
    <Form form={form} label={title} onSubmit={send} className="grid gap-4 pb-2">
      <TextareaField name="reason" label="Reason" rows={2} hint="It is kept in the log with your name." />
      <FormProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>Leave it</Button>
        <SubmitButton variant={isDanger ? "danger" : "primary"}>{verb}</SubmitButton>
      </div>
    </Form>
  );
}
