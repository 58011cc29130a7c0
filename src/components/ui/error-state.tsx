"use client";

import { Button } from "./button";
import { Notice } from "./notice";

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
