"use client";

import { buttonClass } from "@/components/ui/button-class";
import { ErrorState } from "@/components/ui/page-error";

/** A page failed. The digest is the reference under which the server logged the cause. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <ErrorState
      title="This page could not be shown"
      reference={error.digest}
      action={
        <button type="button" className={buttonClass("primary")} onClick={reset}>
          Try again
        </button>
      }
    >
      Nothing was lost: what you saved is saved, and the other pages work.
    </ErrorState>
  );
}
