"use client";

import { useFormContext } from "react-hook-form";
import { FieldError, useFieldError } from "@/components/form/field";
import { useFieldId } from "@/components/form/form-id";
import { Input } from "@/components/ui/input";
import { NativeSelect, type Option } from "@/components/ui/native-select";

interface LineFieldProps {
  name: string;
  /** Spoken; the line's place makes it plain to the eye. */
  label: string;
}

/** A select inside a line. */
export function LineSelect({
  name,
  label,
  options,
  placeholder,
}: LineFieldProps & {
  options: readonly Option[];
  placeholder?: string;
}) {
  const { register } = useFormContext();
  const error = useFieldError(name);
  return (
    <NativeSelect
      {...register(name)}
      id={useFieldId(name)}
      aria-label={label}
      aria-invalid={error !== null || undefined}
      title={error ?? undefined}
      options={options}
      placeholder={placeholder}
    />
  );
}

/** A count inside a line; an empty or unreadable text becomes NaN, which the schema refuses. */
export function LineCount({ name, label, max }: LineFieldProps & { max: number }) {
  const { register } = useFormContext();
  const error = useFieldError(name);
  return (
    <Input
      {...register(name, { valueAsNumber: true })}
      id={useFieldId(name)}
      aria-label={label}
      aria-invalid={error !== null || undefined}
      title={error ?? undefined}
      type="number"
      inputMode="numeric"
      min={1}
      max={max}
      step={1}
      className="text-right tabular-nums"
    />
  );
}

/** The problems of a line's fields, under the line. */
export function LineErrors({ names }: { names: readonly [string, string] }) {
  const first = useFieldError(names[0]);
  const second = useFieldError(names[1]);
  const id = useFieldId(names[first === null ? 1 : 0]);
  return <FieldError id={`${id}-error`} message={first ?? second} />;
}
