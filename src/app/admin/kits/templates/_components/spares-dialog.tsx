"use client";

import { useWatch } from "react-hook-form";
import type { MoveValues, MoveWish } from "@/app/admin/kits/_components/move-values";
import { takesReason } from "@/app/admin/kits/_components/move-words";
import { QuantityFields } from "@/app/admin/kits/_components/quantity-fields";
import { useKitAct } from "@/app/admin/kits/_components/use-kit-act";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectField, TextareaField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { KitTemplateRecord } from "./kit-template-panels";

interface SparesDialogProps {
  template: KitTemplateRecord;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

const OPTIONS = [
  { value: "acquired", label: "Add new ones" },
  { value: "counted", label: "Correct the count" },
  { value: "found", label: "Found again" },
  { value: "missing", label: "Record as missing" },
  { value: "written_off", label: "Write off" },
] as const;

/** Parts come into the spares of a template or leave them. */
export function SparesDialog({ template, isOpen, onOpenChange }: SparesDialogProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const move = useKitAct(trpc.kits.moveComponents.mutationOptions());
  const values: MoveValues = {
    kind: "acquired",
    otherKitInstanceId: "",
    parts: template.parts.map(({ componentId }) => ({ componentId, quantity: "" })),
    reason: "",
  };
  const form = useZodForm<MoveValues, MoveWish>(
    () => import("@/app/admin/kits/_components/move-schema").then((part) => part.moveSchema),
    values,
  );
  const send = ({ kind, parts, reason }: MoveWish) =>
    move.send({ kind, parts, reason }).then(
      () => {
        toasts.success(`The spares of ${template.name} are recorded.`, template.name);
        onOpenChange(false);
        form.reset(values);
      },
      // The refusal shows in place.
      () => undefined,
    );
  const title = `Spares of ${template.name}`;
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title}>
      <Form form={form} label={title} onSubmit={send} className="grid gap-4 pb-2">
        <SparesFields template={template} />
        <FormProblem problem={move.error ? problemOf(move.error) : null} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Leave it as it is</Button>
          <SubmitButton>Record</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

function SparesFields({ template }: { template: KitTemplateRecord }) {
  const kind = useWatch<MoveValues, "kind">({ name: "kind" });
  return (
    <>
      <SelectField name="kind" label="What became of the spares" options={OPTIONS} />
      <QuantityFields
        kind={kind}
        parts={template.parts.map(({ componentId, name, spares, lost }) => ({
          componentId,
          name,
          where: `${spares} in the spares${lost === 0 ? "" : `, ${lost} lost`}`,
        }))}
      />
      <TextareaField name="reason" label="Reason" isOptional={!takesReason(kind)} rows={2} />
    </>
  );
}
