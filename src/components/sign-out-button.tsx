"use client";

import { useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { signOut } from "./sign-out";

export interface SignOutButtonProps extends Pick<ButtonProps, "variant" | "size" | "icon" | "className"> {
  /** Asked first, where entries may be unsent: resolves to false when the person would rather stay. */
  mayLeave?: () => Promise<boolean>;
}

/** Ends the session and empties what this device keeps, then shows the sign-in page. */
export function SignOutButton({ mayLeave, ...look }: SignOutButtonProps) {
  const [state, setState] = useState<"idle" | "pending" | "failed">("idle");

  async function leave() {
    if (mayLeave !== undefined && !(await mayLeave())) return;
    setState("pending");
    try {
      const next = await signOut({
        fetch: (...request) => fetch(...request),
        indexedDB: "indexedDB" in window ? window.indexedDB : undefined,
        caches: "caches" in window ? window.caches : undefined,
      });
      window.location.assign(next);
    } catch {
      setState("failed");
    }
  }

  return (
    <>
      <Button {...look} isPending={state === "pending"} onClick={leave}>
        Sign out
      </Button>
      {state === "failed" ? (
        <p role="alert" className="text-cell text-on-problem">
          You are still signed in: Muster could not be reached. Try again.
        </p>
      ) : null}
    </>
  );
}
