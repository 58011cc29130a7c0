"use client";

import { buttonClass } from "@/components/ui/button-class";
import { ErrorState } from "@/components/ui/page-error";
import "./globals.css";

/** The document itself failed, so this one brings its own; it follows the system's theme. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Error · Muster</title>
        <ErrorState
          title="Muster could not start this page"
          reference={error.digest}
          action={
            <button type="button" className={buttonClass("primary")} onClick={reset}>
              Try again
            </button>
          }
        >
          What you saved is saved. If it happens again, tell the agency's admin the reference.
        </ErrorState>
      </body>
    </html>
  );
}
