"use client";

import { useState } from "react";
import { useController } from "react-hook-form";
import { Field, type FieldProps } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { beforeWords, parseBefore } from "./before-words";

/** How long before the start, in words. The form's value is minutes, or the text that cannot be read. */
export function BeforeField(field: Omit<FieldProps, "children">) {
  const { field: input } = useController({ name: field.name });
  const [draft, setDraft] = useState<string | null>(null);
  const shown = typeof input.value === "number" ? beforeWords(input.value) : String(input.value ?? "");
  const write = (text: string) => {
    setDraft(text);
    input.onChange(parseBefore(text) ?? text.trim());
  };
  return (
    <Field {...field}>
      {(control) => (
        <Input
          {...control}
          value={draft ?? shown}
          autoComplete="off"
          placeholder="3 days"
          onChange={(event) => write(event.target.value)}
          onBlur={() => setDraft(null)}
        />
      )}
    </Field>
  );
}
