"use client";

import { RadioField } from "@/components/form/choice-fields";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { type RouterInputs, useTRPC } from "@/trpc/client";
import { conditionWords } from "./condition-words";
import type { KitRecord } from "./kit-record";
import { useKitAct } from "./use-kit-act";

interface InspectDialogProps {
  kit: KitRecord;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

const CONDITIONS = [
  { value: "excellent", label: conditionWords.excellent, hint: "As new." },
  { value: "good", label: conditionWords.good, hint: "Used, nothing to say about it." },
  { value: "fair", label: conditionWords.fair, hint: "Worn, and it works." },
  { value: "poor", label: conditionWords.poor, hint: "It works for now." },
  { value: "damaged", label: conditionWords.damaged, hint: "It goes into quarantine until it is mended." },
] as const;

type Found = Omit<RouterInputs["kits"]["inspect"], "kitInstanceId" | "idempotencyKey">;

/** What somebody found who looked at a kit. It ends the wait for an inspection, and a quarantine. */
export function InspectDialog({ kit, isOpen, onOpenChange }: InspectDialogProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const inspect = useKitAct(trpc.kits.inspect.mutationOptions());
  const form = useZodForm(() => import("./inspect-schema").then((part) => part.inspectSchema), {
    condition: kit.condition,
    notes: "",
  });
  const send = (found: Found) =>
    inspect.send({ kitInstanceId: kit.id, ...found }).then(
      () => {
        toasts.success(`${kit.code} is inspected.`, kit.code);
        onOpenChange(false);
        form.reset({ condition: found.condition, notes: "" });
      },
      // The refusal shows in place.
      () => undefined,
    );
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Inspect ${kit.code}`}
      description="The condition of a kit is that of its worst critical part."
    >
      <Form form={form} label={`Inspect ${kit.code}`} onSubmit={send} className="grid gap-4 pb-2">
        <RadioField name="condition" label="Condition" options={CONDITIONS} look="list" />
        <TextareaField name="notes" label="What you found" isOptional />
        <FormProblem problem={inspect.error ? problemOf(inspect.error) : null} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Record nothing</Button>
          <SubmitButton>Record inspection</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
