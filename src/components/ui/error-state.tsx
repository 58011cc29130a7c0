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
