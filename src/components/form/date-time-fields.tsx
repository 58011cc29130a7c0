"use client";

import { CalendarDays } from "lucide-react";
import { useRef, useState } from "react";
import { useController } from "react-hook-form";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { parseSloppyDate } from "@/values/sloppy-date";
import { parseSloppyTime } from "@/values/sloppy-time";
import { Field, type FieldProps } from "./field";
import { spellDate } from "./spell-date";

type Labelled = Omit<FieldProps, "children">;

/**
 * A calendar date, typed or picked (U-20, U-27). The form's value is `YYYY-MM-DD`; what cannot be read stays as
 * typed, so that the schema refuses it and the person sees their own text.
 */
export function DateField({ min, max, ...field }: Labelled & { min?: string; max?: string }) {
  const { field: input } = useController({ name: field.name });
  const picker = useRef<HTMLInputElement>(null);
  const value = typeof input.value === "string" ? input.value : "";
  const isRead = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return (
    <Field {...field}>
      {(control) => (
        <span className="flex max-w-64 items-center gap-1">
          <TypedInput
            {...control}
            display={spellDate(value)}
            onText={(text) => {
              const read = parseSloppyDate(text, { label: field.label });
              input.onChange(read.ok ? read.value : text);
            }}
            placeholder="Day month year"
          />
          <span className="relative">
            <IconButton
              label={`Pick the ${field.label.toLowerCase()}`}
              icon={<CalendarDays />}
              onClick={() => picker.current?.showPicker()}
            />
            <input
              ref={picker}
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              value={isRead ? value : ""}
              min={min}
              max={max}
              onChange={(event) => input.onChange(event.target.value)}
              className="pointer-events-none absolute inset-0 opacity-0"
            />
          </span>
        </span>
      )}
    </Field>
  );
}

/** A time of day on the venue's clock: "9am", "0900", "9:00". The form's value is `HH:mm`. */
export function TimeField(field: Labelled) {
  const { field: input } = useController({ name: field.name });
  const value = typeof input.value === "string" ? input.value : "";
  return (
    <Field {...field}>
      {(control) => (
        <TypedInput
          {...control}
          display={value}
          onText={(text) => {
            const read = parseSloppyTime(text, { label: field.label });
            input.onChange(read.ok ? read.value : text);
          }}
          placeholder="10:00"
          className="max-w-28"
        />
      )}
    </Field>
  );
}

interface TypedInputProps {
  id: string;
  name: string;
  /** How the stored value reads. */
  display: string;
  onText: (text: string) => void;
  placeholder: string;
  className?: string;
}

/** Leaves the text alone while somebody types; reads it when they leave the field or press Enter. */
function TypedInput({ display, onText, ...rest }: TypedInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const read = () => {
    if (draft === null) return;
    if (draft.trim() !== display) onText(draft.trim());
    setDraft(null);
  };
  return (
    <Input
      {...rest}
      value={draft ?? display}
      autoComplete="off"
      onChange={(event) => setDraft(event.target.value)}
      onBlur={read}
      onKeyDown={(event) => {
        if (event.key === "Enter") read();
      }}
    />
  );
}
