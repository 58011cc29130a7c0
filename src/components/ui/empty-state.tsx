import type { ReactNode } from "react";
import { Button } from "./button";

export interface EmptyStateProps {
  /** One line: what belongs here. */
  title: string;
  /** One line: how it gets here. */
  children?: ReactNode;
  /** One button. */
  action?: ReactNode;
}

/** Nothing yet: what belongs here, how it gets here, one button. No illustration (U-40). */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-1 px-4 py-10 sm:items-center sm:text-center">
      <p className="text-body font-medium">{title}</p>
      {children === undefined ? null : <p className="max-w-prose text-cell text-muted">{children}</p>}
      {action === undefined ? null : <div className="mt-3">{action}</div>}
    </div>
  );
}

export interface NothingMatchesProps {
  /** What was looked for: "bookings". */
  what: string;
  /** The filter that excludes most, in words: "Status: Submitted". */
  tightestFilter?: string;
  onClear: () => void;
}

/** Filters left nothing. */
export function NothingMatches({ what, tightestFilter, onClear }: NothingMatchesProps) {
  return (
    <EmptyState
      title={`No ${what} match these filters`}
      action={<Button onClick={onClear}>Clear filters</Button>}
    >
      {tightestFilter === undefined ? undefined : `“${tightestFilter}” leaves out most.`}
    </EmptyState>
  );
}
