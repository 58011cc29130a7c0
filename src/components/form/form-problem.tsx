"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { SignInAgain } from "@/components/sign-in-again";

/** A refusal or failure as the server tells it. `message` is a sentence for people. */
export interface Problem {
  /** INVALID, FORBIDDEN, NOT_FOUND, RULE_VIOLATED, CONFLICT, or what the unexpected is called. */
  code: string;
  message: string;
  /** The literal name of a broken rule. */
  rule?: string | undefined;
  requestId?: string | undefined;
}

const titles: Record<string, string> = {
  INVALID: "Something needs correcting",
  FORBIDDEN: "This is not yours to do",
  NOT_FOUND: "This is no longer there",
  RULE_VIOLATED: "This cannot be done now",
  CONFLICT: "This changed while you were working",
  SIGNED_OUT: "You are signed out",
};

export interface FormProblemProps {
  problem: Problem | null;
  /** Instead of the general title of the code. */
  title?: string;
  /** The next step: open the other record, reload, pick another. */
  actions?: ReactNode;
  /** More than the sentence: what collides, what changed. */
  children?: ReactNode;
}

/** What the server refused, in place above the button; no field turns red for it (U-21). Takes the focus. */
export function FormProblem({ problem, title, actions, children }: FormProblemProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const isExpected = problem.code in titles;
  return (
    <div ref={box} tabIndex={-1} data-rule={problem.rule}>
      <Notice
        role="alert"
        tone={isExpected ? "caution" : "problem"}
        title={title ?? titles[problem.code] ?? "This did not work"}
        actions={problem.code === "SIGNED_OUT" ? <SignInAgain /> : actions}
      >
        <p>{problem.message}</p>
        {problem.code === "SIGNED_OUT" ? <p>What you entered stays here.</p> : null}
        {children}
        {isExpected || problem.requestId === undefined ? null : (
          <p className="mt-1 flex items-center gap-1 text-meta text-muted">
            {`Reference ${problem.requestId}`}
            <CopyButton text={problem.requestId} what="reference id" />
          </p>
        )}
      </Notice>
    </div>
  );
}
