"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { sendSignIn } from "./send-sign-in";

export interface SignInFormProps {
  /** A local path to go on to. */
  next: string;
  /** What the form came back with when it was sent without script. */
  problem: string | null;
}

/**
 * One form with both fields, so that password managers and paste work (U-63). It is a real form with a real
 * address: sent before its script has arrived, it signs in just the same. The fields keep what was typed.
 */
export function SignInForm({ next, problem: cameBackWith }: SignInFormProps) {
  const [problem, setProblem] = useState(cameBackWith);
  const [isPending, setIsPending] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null) summary.current?.focus();
  }, [problem]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const fields = new FormData(event.currentTarget);
    setProblem(null);
    setIsPending(true);
    const credentials = {
      email: textOf(fields.get("email")),
      password: textOf(fields.get("password")),
      next,
    };
    const result = await sendSignIn(credentials, fetch);
    if ("next" in result) {
      // A full load: nothing that was kept for the previous person may show through.
      window.location.assign(result.next);
      return;
    }
    setProblem(result.problem);
    setIsPending(false);
  }

  return (
    <form
      method="post"
      action="/api/auth/sign-in/email"
      aria-label="Sign in"
      onSubmit={submit}
      className="grid gap-4"
    >
      {problem === null ? null : (
        <div ref={summary} tabIndex={-1}>
          <Notice role="alert" tone="problem" title="You are not signed in">
            {problem}
          </Notice>
        </div>
      )}
      <input type="hidden" name="next" value={next} />
      <div className="grid gap-1">
        <label htmlFor="sign-in-email" className="text-cell font-medium">
          E-mail address
        </label>
        <Input
          id="sign-in-email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
      </div>
      <div className="grid gap-1">
        <label htmlFor="sign-in-password" className="text-cell font-medium">
          Password
        </label>
        <Input
          id="sign-in-password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      </div>
      <Button type="submit" variant="primary" size="action" isPending={isPending}>
        Sign in
      </Button>
    </form>
  );
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}
