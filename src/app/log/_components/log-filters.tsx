"use client";

import { Search } from "lucide-react";
import { type FormEvent, useState } from "react";
import { controlClass } from "@/components/ui/control-class";
import { FilterBar } from "@/components/ui/filter-chips";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { type LogView, RANGE_LABELS } from "./log-view";

export type TypesByCategory = readonly { readonly category: string; readonly types: readonly string[] }[];

export interface LogFiltersProps {
  readonly view: LogView;
  readonly typesByCategory: TypesByCategory;
  readonly onChange: (change: Partial<Pick<LogView, "range" | "type" | "id">>) => void;
  readonly onClear: (() => void) | undefined;
}

/** Time, type and id; all of it lives in the address. */
export function LogFilters({ view, typesByCategory, onChange, onClear }: LogFiltersProps) {
  return (
    <FilterBar onClear={onClear}>
      <NativeSelect
        aria-label="Time"
        className="w-44"
        options={rangeOptions}
        value={view.range}
        onChange={(event) => {
          const range = rangeNames.find((name) => name === event.target.value);
          if (range !== undefined) onChange({ range });
        }}
      />
      <TypeSelect
        type={view.type}
        typesByCategory={typesByCategory}
        onChange={(type) => onChange({ type })}
      />
      <IdField key={view.id} id={view.id} onChange={(id) => onChange({ id })} />
    </FilterBar>
  );
}

const rangeNames = ["1h", "24h", "7d", "30d", "all"] as const;
const rangeOptions = rangeNames.map((value) => ({ value, label: RANGE_LABELS[value] }));

function TypeSelect(props: {
  readonly type: string;
  readonly typesByCategory: TypesByCategory;
  readonly onChange: (type: string) => void;
}) {
  return (
    <span className="w-72 max-w-full">
      <select
        aria-label="Type"
        className={controlClass}
        value={props.type}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">All types</option>
        {props.typesByCategory.map(({ category, types }) => (
          <optgroup key={category} label={category}>
            <option value={`category:${category}`}>{`All of ${category}`}</option>
            {types.map((type) => (
              <option key={type} value={type}>
                {type}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </span>
  );
}

function IdField({ id, onChange }: { id: string; onChange: (id: string) => void }) {
  const [text, setText] = useState(id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange(text.trim());
  };
  return (
    <form onSubmit={submit} className="flex w-80 items-center gap-1 max-sm:w-full">
      <Input
        aria-label="Id or number"
        placeholder="BK-1042 or any id"
        maxLength={128}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <IconButton type="submit" label="Search" icon={<Search />} />
    </form>
  );
}
