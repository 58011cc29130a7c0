"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { CopyButton } from "./copy-button";
import { Notice } from "./notice";

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

/** One panel failed; the rest of the page works. */
export function PanelError(props: { what: string; reference?: string | undefined; onRetry: () => void }) {
  return (
    <Notice
      role="alert"
      tone="problem"
      title={`${props.what} could not be loaded.`}
      actions={<Button onClick={props.onRetry}>Try again</Button>}
    >
      {props.reference === undefined ? undefined : `Reference ${props.reference}`}
    </Notice>
  );
}

/** The data stays while a refresh fails. */
export function StaleNotice({ updatedAt, onRetry }: { updatedAt: string; onRetry: () => void }) {
  return (
    <p role="status" className="flex flex-wrap items-center gap-2 text-cell text-muted">
      {`Last updated ${updatedAt}.`}
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </p>
  );
}
