"use client";

import { useFormState } from "react-hook-form";
import { useKitAct } from "@/app/admin/kits/_components/use-kit-act";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { LeaveGuard } from "@/components/form/leave-guard";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { NumberField, TextareaField, TextField } from "@/components/form/text-field";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { KitTemplateRecord } from "./kit-template-panels";
import { type KitTemplateFields, type KitTemplateValues, valuesOf } from "./kit-template-values";
import { PartLines } from "./part-lines";

export interface KitTemplateFormProps {
  /** Null for a new one. */
  template: KitTemplateRecord | null;
  /** Called with the id of what was made or changed. */
  onSaved: (recordId: string) => void;
}

/** Name, times around the event and parts of one template. */
export function KitTemplateForm({ template, onSaved }: KitTemplateFormProps) {
  const form = useZodForm<KitTemplateValues, KitTemplateFields>(
    () => import("./kit-template-schema").then((part) => part.kitTemplateSchema),
    valuesOf(template),
  );
  const { save, error } = useSaveTemplate(template, onSaved);
  const { isDirty, isSubmitSuccessful } = useFormState({ control: form.control });
  const name = template?.name ?? "the new template";
  return (
    <Form
      form={form}
      label={template === null ? "Add a kit template" : `Edit ${name}`}
      onSubmit={save}
      className="@container grid gap-4 pb-2"
    >
      <TextField name="name" label="Name" />
      <TextareaField name="description" label="Description" isOptional rows={2} />
      <div className="grid items-start gap-4 @sm:grid-cols-2">
        <NumberField
          name="preparationHours"
          label="Needed before the event"
          hint="To be packed and brought."
          min={0}
          max={720}
          unit="hours"
        />
        <NumberField
          name="turnaroundHours"
          label="Ready again after it"
          hint="Back, cleaned and inspected."
          min={0}
          max={720}
          unit="hours"
        />
      </div>
      <PartLines />
      <FormProblem problem={error ? problemOf(error) : null} />
      <div className="sticky bottom-0 -mx-4 flex justify-end border-t border-border bg-surface px-4 py-3">
        <SubmitButton>{template === null ? "Add template" : "Save template"}</SubmitButton>
      </div>
      <LeaveGuard
        isDirty={isDirty && !(isSubmitSuccessful && error === null)}
        what={`what you changed in ${name}`}
      />
    </Form>
  );
}

function useSaveTemplate(template: KitTemplateRecord | null, onSaved: KitTemplateFormProps["onSaved"]) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const create = useKitAct(trpc.directory.kitTemplates.create.mutationOptions());
  const update = useKitAct(trpc.directory.kitTemplates.update.mutationOptions());
  const send = (fields: KitTemplateFields) =>
    template === null
      ? create.send({ fields })
      : update.send({ recordId: template.id, version: template.version, fields });
  const save = (fields: KitTemplateFields) =>
    send(fields).then(
      ({ recordId = "" }) => {
        toasts.success(template === null ? `${fields.name} is added.` : `${fields.name} is saved.`, recordId);
        onSaved(recordId);
      },
      // The refusal shows in place.
      () => undefined,
    );
  return { save, error: template === null ? create.error : update.error };
}
