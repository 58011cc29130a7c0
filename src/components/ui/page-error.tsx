import type { ReactNode } from "react";
import { CopyButton } from "./copy-button";

export interface ErrorStateProps {
  title: string;
  /** What still works. */
  children: ReactNode;
  /** Equal to the request id in the server log (U-41). */
  reference?: string | undefined;
  /** One way out. */
  action: ReactNode;
}

/** A whole page failed. */
export function ErrorState({ title, children, reference, action }: ErrorStateProps) {
  return (
    <main className="mx-auto grid max-w-form content-center gap-3 px-4 py-16">
      <h1 className="text-page">{title}</h1>
      <div className="max-w-prose text-body text-muted">{children}</div>
      {reference === undefined ? null : (
        <p className="flex items-center gap-1 text-cell text-muted">
          Reference <code className="font-mono text-text">{reference}</code>
          <CopyButton text={reference} what="reference id" />
        </p>
      )}
      <div className="flex gap-2">{action}</div>
    </main>
  );
}
