import type { ReactNode } from "react";

export interface Change {
  label: string;
  before: ReactNode;
  after: ReactNode;
}

/** What differs between two versions of a record, field by field. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <dl className="divide-y divide-border rounded-control border border-border text-cell">
      {changes.map((change) => (
        <div key={change.label} className="grid gap-x-4 gap-y-0.5 px-3 py-2 sm:grid-cols-[8rem_1fr_1fr]">
          <dt className="text-muted">{change.label}</dt>
          <dd className="min-w-0 wrap-anywhere text-muted">
            <span className="sr-only">before: </span>
            <del className="decoration-subtle">{change.before}</del>
          </dd>
          <dd className="min-w-0 font-medium wrap-anywhere">
            <span className="sr-only">now: </span>
            <ins className="no-underline">{change.after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
