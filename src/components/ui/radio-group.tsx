"use client";

import type { ReactNode } from "react";
import { cn } from "./cn";

export interface RadioOption<Value extends string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
}

export interface RadioGroupProps<Value extends string> {
  /** Unique on the page. */
  name: string;
  /** Read out before the options, where no visible words say it. */
  label?: string;
  /** Id of the visible words that name the group. */
  labelledBy?: string;
  describedBy?: string | undefined;
  options: readonly RadioOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** `segments` is one joined bar for two to four short options, `list` stacks them. */
  look?: "segments" | "list";
}

/** One choice out of few, with native radio buttons: arrow keys move inside the group. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { name, label, labelledBy, describedBy, options, value, onChange, look = "list" } = props;
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className={
        look === "segments"
          ? "inline-flex max-w-full flex-wrap gap-px overflow-hidden rounded-control border border-border-control bg-border-control"
          : "grid grid-cols-[minmax(0,1fr)] gap-1"
      }
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={
            look === "list" ? listClass : cn(segmentClass, options.length === 4 && "max-sm:basis-2/5")
          }
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            className={look === "segments" ? "sr-only" : listMark}
          />
          <span className={look === "list" ? "min-w-0 wrap-anywhere" : undefined}>
            {option.label}
            {option.hint === undefined ? null : (
              <span className="block text-meta text-muted">{option.hint}</span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}

const listClass = "flex min-h-target items-start gap-2 text-cell in-data-[density=field]:gap-3";
const listMark = "mt-0.5 size-4 shrink-0 accent-accent in-data-[density=field]:size-5";

const segmentClass = cn(
  // Each row of a bar that has to wrap is filled; the gaps between the segments are its lines.
  "inline-flex min-h-[calc(var(--control)-2px)] grow items-center justify-center bg-surface px-2.5 text-cell",
  "whitespace-nowrap text-muted hover:bg-sunken",
  // A phone's segments may hold names that people gave.
  "in-data-[density=field]:min-w-0 in-data-[density=field]:py-1 in-data-[density=field]:text-center in-data-[density=field]:whitespace-normal",
  "has-checked:bg-selected has-checked:font-medium has-checked:text-text",
  "has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent",
);
