"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { CheckboxField } from "@/components/form/choice-fields";
import { FieldError, useFieldError } from "@/components/form/field";
import { useFieldId } from "@/components/form/form-id";
import { NumberField, SelectField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { emptyLine, type KitTemplateValues } from "./kit-template-values";

const PARTS_MAX = 100;

const USAGES = [
  { value: "returnable", label: "Comes back" },
  { value: "consumable", label: "Is used up" },
] as const;

/** The parts of a template, in the order in which they are packed. */
export function PartLines() {
  const { control } = useFormContext<KitTemplateValues>();
  // A line has an id of its own.
  const { fields, append, remove } = useFieldArray({ control, name: "lines", keyName: "key" });
  const id = useFieldId("lines");
  const error = useFieldError("lines");
  return (
    <fieldset id={id} tabIndex={-1} className="grid min-w-0 gap-3">
      <legend className="mb-1 text-cell font-medium">Parts</legend>
      <ol className="grid gap-3">
        {fields.map((line, index) => (
          <li key={line.key} className="grid gap-2 rounded-card border border-border p-3">
            <div className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <TextField name={`lines.${index}.name`} label={`Part ${index + 1}`} autoComplete="off" />
              </div>
              <IconButton label={`Take out part ${index + 1}`} icon={<X />} onClick={() => remove(index)} />
            </div>
            <div className="grid items-start gap-2 @sm:grid-cols-2">
              <NumberField name={`lines.${index}.quantity`} label="How many" min={1} max={100_000} />
              <SelectField name={`lines.${index}.usage`} label="After the event" options={USAGES} />
            </div>
            <CheckboxField name={`lines.${index}.critical`} label="The kit cannot do without it" />
          </li>
        ))}
      </ol>
      <FieldError id={`${id}-error`} message={error} />
      {fields.length < PARTS_MAX ? (
        <div>
          <Button variant="quiet" icon={<Plus />} onClick={() => append(emptyLine)}>
            Add a part
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
