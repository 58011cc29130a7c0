"use client";

import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { rangeOptions } from "./filter-words";
import { isInstant, type LogView, RANGES } from "./log-view";

export interface TimeFilterProps {
  readonly view: LogView;
  readonly onChange: (change: Partial<LogView>) => void;
}

/** How far back the list reaches, or from when to when. A list of the log is always bounded in time. */
export function TimeFilter({ view, onChange }: TimeFilterProps) {
  return (
    <div className="grid gap-3 p-3 pt-1">
      <NativeSelect
        aria-label="How far back"
        options={rangeOptions}
        value={view.range}
        onChange={(event) => {
          const range = RANGES.find((known) => known === event.target.value);
          if (range !== undefined) onChange({ range, from: "", to: "" });
        }}
      />
      <NativeSelect
        aria-label="Order"
        options={[
          { value: "newest", label: "Newest first" },
          { value: "oldest", label: "Oldest first" },
        ]}
        value={view.order}
        onChange={({ target }) => onChange({ order: target.value === "oldest" ? "oldest" : "newest" })}
      />
      <MomentField label="From (UTC), instead" value={view.from} onChange={(from) => onChange({ from })} />
      <MomentField label="To (UTC), not included" value={view.to} onChange={(to) => onChange({ to })} />
    </div>
  );
}

function MomentField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (instant: string) => void;
}) {
  return (
    <label className="grid gap-1 text-cell">
      {props.label}
      <Input
        type="datetime-local"
        value={props.value.slice(0, 16)}
        onChange={(event) => {
          const instant = event.target.value === "" ? "" : `${event.target.value.slice(0, 16)}:00.000Z`;
          if (instant === "" || isInstant(instant)) props.onChange(instant);
        }}
      />
    </label>
  );
}
