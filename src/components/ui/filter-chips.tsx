import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";

export interface FilterChipProps {
  /** What is filtered: "Status". */
  label: string;
  /** To what: "Submitted, Approved". */
  value: string;
  onRemove: () => void;
}

/** An active filter with its value; a press takes it off (U-7). */
export function FilterChip({ label, value, onRemove }: FilterChipProps) {
  return (
    <span className="inline-flex min-h-control max-w-full items-center rounded-control border border-border bg-selected pl-2.5 text-cell">
      <span className="truncate">
        <span className="text-muted">{`${label}: `}</span>
        {value}
      </span>
      <button
        type="button"
        onClick={onRemove}
        aria-label={`Remove filter ${label}: ${value}`}
        className="ml-0.5 inline-flex min-h-target min-w-6 items-center justify-center rounded-control text-muted hover:text-text [&_.lucide]:size-3.5"
      >
        <X />
      </button>
    </span>
  );
}

export interface FilterBarProps {
  /** Promoted filter controls and chips, in one row that wraps. */
  children: ReactNode;
  /** Present when any filter is on. */
  onClear?: (() => void) | undefined;
  /** How many rows the filters leave: "37 bookings". */
  summary?: ReactNode;
}

/** The row above a list. */
export function FilterBar({ children, onClear, summary }: FilterBarProps) {
  return (
    <div role="search" className="flex flex-wrap items-center gap-2">
      {children}
      {onClear === undefined ? null : (
        <Button variant="quiet" onClick={onClear}>
          Clear filters
        </Button>
      )}
      {summary === undefined ? null : (
        <p role="status" className="ml-auto text-cell text-muted tabular-nums">
          {summary}
        </p>
      )}
    </div>
  );
}
