"use client";

import { useFormContext } from "react-hook-form";
import { Field, type FieldProps } from "@/components/form/field";
import { Input } from "@/components/ui/input";

/** A day and a time with the phone's own picker. The form's value is the venue's wall clock, `YYYY-MM-DDTHH:mm`. */
export function VenueClockField(field: Omit<FieldProps, "children">) {
  const { register } = useFormContext();
  return (
    <Field {...field}>
      {(control) => <Input {...control} {...register(field.name)} type="datetime-local" step={60} />}
    </Field>
  );
}
