"use client";

import { X } from "lucide-react";
import { LazyCombobox } from "@/components/ui/lazy-combobox";
import { NativeSelect } from "@/components/ui/native-select";
import { CATEGORIES, type LogView } from "./log-view";

export type TypesByCategory = readonly { readonly category: string; readonly types: readonly string[] }[];

export interface TypeFilterProps {
  readonly view: LogView;
  readonly typesByCategory: TypesByCategory;
  readonly onChange: (change: Partial<LogView>) => void;
}

/** A category, or some types by name. */
export function TypeFilter({ view, typesByCategory, onChange }: TypeFilterProps) {
  const items = typesByCategory.flatMap(({ category, types }) =>
    types
      .filter((type) => !view.type.includes(type))
      .map((type) => ({ id: type, label: type, hint: category })),
  );
  return (
    <div className="grid gap-3 p-3 pt-1">
      <NativeSelect
        aria-label="Category"
        placeholder="All categories"
        options={CATEGORIES.map((value) => ({ value, label: value }))}
        value={view.category ?? ""}
        onChange={(event) =>
          onChange({ category: CATEGORIES.find((known) => known === event.target.value) ?? null })
        }
      />
      <LazyCombobox
        // A new one after each choice: its text is empty again.
        key={view.type.join()}
        label="Type"
        placeholder="Add a type"
        items={items}
        value={null}
        onChange={(item) => {
          if (item) onChange({ type: [...view.type, item.id] });
        }}
      />
      {view.type.length === 0 ? null : (
        <ul className="grid gap-1">
          {view.type.map((type) => (
            <li key={type} className="flex items-center justify-between gap-2 font-mono text-meta">
              <span className="min-w-0 truncate">{type}</span>
              <button
                type="button"
                aria-label={`Remove ${type}`}
                className="inline-flex size-6 items-center justify-center rounded-control text-muted hover:text-text [&_.lucide]:size-3.5"
                onClick={() => onChange({ type: view.type.filter((other) => other !== type) })}
              >
                <X />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
