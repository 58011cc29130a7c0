"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { FieldChoice } from "@/domain-events/catalog/searchable-fields";
import { FIELDS, type LogView } from "./log-view";

export type PayloadChoices = readonly FieldChoice[];

export interface PayloadFilterProps {
  readonly view: LogView;
  readonly choices: PayloadChoices;
  readonly onChange: (change: Partial<LogView>) => void;
}

/** One registered field of the payload and the value it shall hold. */
export function PayloadFilter({ view, choices, onChange }: PayloadFilterProps) {
  const [field, setField] = useState(view.field);
  const values = choices.find(({ name }) => name === field)?.values ?? null;
  return (
    <div className="grid gap-2">
      <NativeSelect
        aria-label="Payload field"
        placeholder="Payload field"
        options={FIELDS.map((value) => ({ value, label: value }))}
        value={field ?? ""}
        onChange={({ target }) => {
          setField(FIELDS.find((known) => known === target.value) ?? null);
          if (view.field !== null) onChange({ field: null, value: "" });
        }}
      />
      {field === null ? null : values === null ? (
        <ValueField key={field} field={field} onPick={(value) => onChange({ field, value })} />
      ) : (
        <NativeSelect
          aria-label={`Value of ${field}`}
          placeholder="Any value"
          options={values.map((value) => ({ value, label: value }))}
          value={view.field === field ? view.value : ""}
          onChange={({ target }) =>
            onChange(target.value === "" ? { field: null, value: "" } : { field, value: target.value })
          }
        />
      )}
    </div>
  );
}

function ValueField(props: { readonly field: string; readonly onPick: (value: string) => void }) {
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") props.onPick(text.trim());
  };
  return (
    <form onSubmit={submit} className="flex gap-2">
      <Input
        aria-label={`Value of ${props.field}`}
        placeholder="Exactly this value"
        maxLength={300}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit">Add</Button>
    </form>
  );
}
