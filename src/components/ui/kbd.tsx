import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded-badge border border-border bg-sunken px-1 font-sans text-meta text-muted">
      {children}
    </kbd>
  );
}
