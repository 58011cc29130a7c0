import type { ReactNode } from "react";
import { Button } from "./button";

export interface BulkBarProps {
  /** "2 bookings selected". */
  summary: string;
  onClear: () => void;
  /** Buttons with the count in their verb: "Approve 2 bookings". */
  children: ReactNode;
}

/** The bar that appears at the bottom of a list while rows are selected. */
export function BulkBar({ summary, onClear, children }: BulkBarProps) {
  return (
    <div
      data-chrome
      role="region"
      aria-label="Selected rows"
      className="sticky bottom-0 z-bar flex flex-wrap items-center gap-2 border-t border-border bg-raised px-4 py-2"
    >
      <p role="status" className="text-cell font-medium tabular-nums">
        {summary}
      </p>
      <div className="ml-auto flex flex-wrap gap-2">
        {children}
        <Button variant="quiet" onClick={onClear}>
          Clear selection
        </Button>
      </div>
    </div>
  );
}
