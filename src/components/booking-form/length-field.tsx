"use client";

import { useState } from "react";
import { useController } from "react-hook-form";
import { Field, type FieldProps } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { formatDuration } from "@/values/format-time";
import { parseLength } from "./length";

/** How long something takes, as people write it. The form's value is minutes, or the text that cannot be read. */
export function LengthField(field: Omit<FieldProps, "children">) {
  const { field: input } = useController({ name: field.name });
  const [draft, setDraft] = useState<string | null>(null);
  const shown = typeof input.value === "number" ? formatDuration(input.value) : String(input.value ?? "");
  const read = () => {
    if (draft === null) return;
    const text = draft.trim();
    if (text !== shown) input.onChange(parseLength(text) ?? text);
    setDraft(null);
  };
  return (
    <Field {...field}>
      {(control) => (
        <Input
          {...control}
          value={draft ?? shown}
          autoComplete="off"
          placeholder="4 h"
          className="max-w-36"
          onChange={(event) => setDraft(event.target.value)}
          onBlur={read}
          onKeyDown={(event) => {
            if (event.key === "Enter") read();
          }}
        />
      )}
    </Field>
  );
}
