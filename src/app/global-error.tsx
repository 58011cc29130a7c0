"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
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
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
          }
        >
          What you saved is saved. If it happens again, tell the agency's admin the reference.
        </ErrorState>
      </body>
    </html>
  );
}
