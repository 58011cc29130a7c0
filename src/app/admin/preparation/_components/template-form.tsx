"use client";

import { useMutation } from "@tanstack/react-query";
import { useFormState } from "react-hook-form";
import { Form, useZodForm } from "@/components/form/form";
import { FormProblem } from "@/components/form/form-problem";
import { LeaveGuard } from "@/components/form/leave-guard";
import { problemOf } from "@/components/form/problem-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { useToasts } from "@/components/ui/toast";
import { type RouterInputs, useTRPC } from "@/trpc/client";
import { TaskLines } from "./task-lines";
import type { TemplateRow } from "./template-columns";
import { inOrder, type TemplateValues, valuesOf } from "./template-values";
import { useRefreshTemplates } from "./use-refresh-templates";

type Fields = RouterInputs["preparationTemplates"]["create"]["fields"];

export interface TemplateFormProps {
  /** Null for a new one. */
  template: TemplateRow | null;
  /** Called with the id of what was made or changed. */
  onSaved: (recordId: string) => void;
}

/** Name, kind of activity and tasks of one template. */
export function TemplateForm({ template, onSaved }: TemplateFormProps) {
  const form = useTemplateFields(template);
  const { save, problem, isSuccess } = useSaveTemplate(template, onSaved);
  const isFallback = template !== null && template.activityType === null;
  const name = template?.name ?? "the new template";
  const { isDirty } = useFormState({ control: form.control });
  return (
    <Form
      form={form}
      label={template === null ? "Add a template" : `Edit ${name}`}
      onSubmit={save}
      className="@container grid gap-4 pb-2"
    >
      <TextField name="name" label="Name" />
      {isFallback ? (
        <p className="text-cell text-muted">
          For every event whose activities have no template of their own. It stays in use.
        </p>
      ) : (
        <TextField
          name="activityType"
          label="For activities of this kind"
          hint="As the plan of a booking names it, such as Sampling. An event takes the template of the first activity that has one."
        />
      )}
      <TaskLines />
      <FormProblem problem={problem} />
      <div className="sticky bottom-0 -mx-4 flex justify-end border-t border-border bg-surface px-4 py-3">
        <SubmitButton>{template === null ? "Add template" : "Save template"}</SubmitButton>
      </div>
      <LeaveGuard isDirty={isDirty && !isSuccess} what={`what you changed in ${name}`} />
    </Form>
  );
}

function useTemplateFields(template: TemplateRow | null) {
  const isFallback = template !== null && template.activityType === null;
  return useZodForm<TemplateValues, Fields>(
    () =>
      import("./template-schema").then((part) => (isFallback ? part.fallbackSchema : part.templateSchema)),
    valuesOf(template),
  );
}

function useSaveTemplate(template: TemplateRow | null, onSaved: TemplateFormProps["onSaved"]) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshTemplates();
  const create = useMutation(trpc.preparationTemplates.create.mutationOptions());
  const update = useMutation(trpc.preparationTemplates.update.mutationOptions());
  const send = (fields: Fields) => {
    if (template === null) {
      const wish = { fields };
      return create.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) });
    }
    const wish = { recordId: template.id, version: template.version, fields };
    return update.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) });
  };
  const save = async (values: Fields) => {
    await send({ ...values, lines: inOrder(values.lines) }).then(
      async ({ recordId = "" }) => {
        toasts.success(template === null ? `${values.name} is added.` : `${values.name} is saved.`, recordId);
        await refresh();
        onSaved(recordId);
      },
      // The refusal shows in place.
      () => void refresh(),
    );
  };
  const { error, isSuccess } = template === null ? create : update;
  return { save, problem: error ? problemOf(error) : null, isSuccess };
}
