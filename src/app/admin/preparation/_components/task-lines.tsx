"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { FieldError, useFieldError } from "@/components/form/field";
import { useFieldId } from "@/components/form/form-id";
import { SelectField, TextareaField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { BeforeField } from "./before-field";
import { emptyLine, kindOptions, type TemplateValues } from "./template-values";

const TASKS_MAX = 40;

/** The tasks of a template: what, of which kind, due how long before the start. */
export function TaskLines() {
  const { control } = useFormContext<TemplateValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "lines" });
  const id = useFieldId("lines");
  const error = useFieldError("lines");
  return (
    <fieldset id={id} tabIndex={-1} className="grid min-w-0 gap-3">
      <legend className="mb-1 text-cell font-medium">Tasks</legend>
      <ol className="grid gap-3">
        {fields.map((line, index) => (
          <li key={line.id} className="grid gap-2 rounded-card border border-border p-3">
            <div className="flex items-start justify-between gap-2">
              <p className="pt-1.5 text-meta text-muted">{`Task ${index + 1}`}</p>
              <IconButton label={`Remove task ${index + 1}`} icon={<X />} onClick={() => remove(index)} />
            </div>
            <TextareaField name={`lines.${index}.description`} label="What is to be done" rows={2} />
            <div className="grid items-start gap-2 @sm:grid-cols-2">
              <SelectField name={`lines.${index}.kind`} label="Kind" options={kindOptions} />
              <BeforeField name={`lines.${index}.minutesBefore`} label="Due before the start" />
            </div>
          </li>
        ))}
      </ol>
      <FieldError id={`${id}-error`} message={error} />
      {fields.length < TASKS_MAX ? (
        <div>
          <Button variant="quiet" icon={<Plus />} onClick={() => append(emptyLine)}>
            Add a task
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
