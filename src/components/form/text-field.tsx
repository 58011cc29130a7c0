"use client";

import type { ComponentProps } from "react";
import { useFormContext } from "react-hook-form";
import { Input, Textarea } from "@/components/ui/input";
import { NativeSelect, type Option } from "@/components/ui/native-select";
import { Field, type FieldProps } from "./field";

type Labelled = Omit<FieldProps, "children">;

export interface TextFieldProps extends Labelled {
  type?: "text" | "email" | "tel" | "url" | "password" | "search";
  autoComplete?: string;
  placeholder?: string;
  inputMode?: ComponentProps<"input">["inputMode"];
}

/** One line of text. */
export function TextField({ type = "text", autoComplete, placeholder, inputMode, ...field }: TextFieldProps) {
  const { register } = useFormContext();
  return (
    <Field {...field}>
      {(control) => (
        <Input
          {...control}
          {...register(field.name)}
          type={type}
          autoComplete={autoComplete}
          placeholder={placeholder}
          inputMode={inputMode}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextareaField({ rows = 3, ...field }: Labelled & { rows?: number }) {
  const { register } = useFormContext();
  return (
    <Field {...field}>{(control) => <Textarea {...control} {...register(field.name)} rows={rows} />}</Field>
  );
}

/** A whole number. The form's value is a number; an empty or unreadable text becomes NaN, which the schema refuses. */
export function NumberField({
  min,
  max,
  unit,
  ...field
}: Labelled & { min?: number; max?: number; unit?: string }) {
  const { register } = useFormContext();
  return (
    <Field {...field}>
      {(control) => (
        <span className="flex items-center gap-2">
          <Input
            {...control}
            {...register(field.name, { valueAsNumber: true })}
            type="number"
            inputMode="numeric"
            min={min}
            max={max}
            step={1}
            className="w-28! text-right tabular-nums"
          />
          {unit === undefined ? null : <span className="text-cell text-muted">{unit}</span>}
        </span>
      )}
    </Field>
  );
}

/** One of a list, with the platform's select. */
export function SelectField(props: Labelled & { options: readonly Option[]; placeholder?: string }) {
  const { options, placeholder, ...field } = props;
  const { register } = useFormContext();
  return (
    <Field {...field}>
      {(control) => (
        <NativeSelect {...control} {...register(field.name)} options={options} placeholder={placeholder} />
      )}
    </Field>
  );
}
