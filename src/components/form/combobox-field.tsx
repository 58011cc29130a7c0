"use client";

import { useState } from "react";
import { useController } from "react-hook-form";
import { Combobox, type ComboboxItem } from "@/components/ui/combobox";
import { Field, type FieldProps } from "./field";

export interface ComboboxFieldProps extends Omit<FieldProps, "children"> {
  items: readonly ComboboxItem[];
  placeholder?: string;
  onSearch?: (text: string) => void;
}

/** Type to find, for the desk. The form's value is the id of the picked item, or "". */
export function ComboboxField({ items, placeholder, onSearch, ...rest }: ComboboxFieldProps) {
  const { field } = useController({ name: rest.name });
  // A later search may find a list without it.
  const [picked, setPicked] = useState<ComboboxItem | null>(null);
  const value = [picked, ...items].find((item) => item?.id === field.value) ?? null;
  const pick = (item: ComboboxItem | null) => {
    setPicked(item);
    field.onChange(item?.id ?? "");
  };
  return (
    <Field {...rest}>
      {(control) => (
        <Combobox
          id={control.id}
          aria-describedby={control["aria-describedby"]}
          aria-invalid={control["aria-invalid"]}
          items={items}
          value={value}
          onChange={pick}
          {...(placeholder !== undefined && { placeholder })}
          {...(onSearch && { onSearch })}
        />
      )}
    </Field>
  );
}
