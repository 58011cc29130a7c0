"use client";

import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group";
import { describedBy, FieldError, useFieldError } from "./field";
import { useFieldId } from "./form-id";

/** Yes or no; the value is a boolean. */
export function CheckboxField({ name, label, hint }: { name: string; label: string; hint?: ReactNode }) {
  const { field } = useController({ name });
  const id = useFieldId(name);
  const error = useFieldError(name);
  return (
    <div className="grid gap-1">
      <Checkbox
        name={name}
        checked={field.value === true}
        onChange={(event) => field.onChange(event.target.checked)}
        onBlur={field.onBlur}
        id={id}
        label={label}
        aria-invalid={error !== null || undefined}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== null })}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="pl-6 text-meta text-muted">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} message={error} />
    </div>
  );
}

export interface RadioFieldProps<Value extends string> {
  name: string;
  label: string;
  options: readonly RadioOption<Value>[];
  look?: "segments" | "list";
  /** Beside the change of the value. */
  onPick?: () => void;
}

/** One of a few, all visible. */
export function RadioField<Value extends string>({
  name,
  label,
  options,
  look,
  onPick,
}: RadioFieldProps<Value>) {
  const { field } = useController({ name });
  const id = useFieldId(name);
  const error = useFieldError(name);
  return (
    <div id={id} tabIndex={-1} className="grid min-w-0 justify-items-start gap-1.5">
      <p id={`${id}-label`} className="text-cell font-medium">
        {label}
      </p>
      <RadioGroup
        name={id}
        labelledBy={`${id}-label`}
        describedBy={describedBy(id, { hint: false, error: error !== null })}
        options={options}
        value={options.find((option) => option.value === field.value)?.value ?? null}
        onChange={(value) => {
          field.onChange(value);
          onPick?.();
        }}
        {...(look && { look })}
      />
      <FieldError id={`${id}-error`} message={error} />
    </div>
  );
}
