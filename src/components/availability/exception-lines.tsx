"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { DateField, TimeField } from "@/components/form/date-time-fields";
import { SelectField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { type AvailabilityValues, newException } from "./availability-values";

const KINDS = [
  { value: "off", label: "Away" },
  { value: "available", label: "Free as well" },
] as const;

/** Days on which the usual week does not hold. */
export function ExceptionLines() {
  const { control } = useFormContext<AvailabilityValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "exceptions" });
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 text-cell font-medium">Days that are otherwise</legend>
      {fields.length === 0 ? <p className="text-cell text-muted">None. The usual week holds.</p> : null}
      <ol className="grid gap-3">
        {fields.map((exception, index) => (
          <li key={exception.id} className="grid gap-2 rounded-card border border-border p-3">
            <div className="flex items-end justify-between gap-2">
              <SelectField name={`exceptions.${index}.kind`} label="On these days" options={KINDS} />
              <IconButton
                label={`Remove exception ${index + 1}`}
                icon={<X />}
                onClick={() => remove(index)}
              />
            </div>
            <div className="flex flex-wrap gap-3">
              <DateField name={`exceptions.${index}.fromDate`} label="First day" />
              <DateField name={`exceptions.${index}.untilDate`} label="Last day" />
            </div>
            <div className="flex flex-wrap gap-3">
              <TimeField name={`exceptions.${index}.from`} label="From" isOptional />
              <TimeField name={`exceptions.${index}.to`} label="To" isOptional />
            </div>
            <p className="text-meta text-muted">Without hours the whole days count.</p>
            <TextField
              name={`exceptions.${index}.note`}
              label="Note"
              isOptional
              hint="The desk reads it. No personal or health details."
            />
          </li>
        ))}
      </ol>
      <div>
        <Button variant="quiet" icon={<Plus />} onClick={() => append(newException)}>
          Add days
        </Button>
      </div>
    </fieldset>
  );
}
