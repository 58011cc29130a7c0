"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type Posted, postForm } from "./post-form";

export interface DoorFormProps {
  label: string;
  /** A verb and its object. */
  submit: string;
  /** Where the form goes, with or without script. */
  action: string;
  expects: "next" | "message";
  /** Sent along with the fields, such as the secret of a link. Read when the form is sent. */
  extra?: () => Readonly<Record<string, string>>;
  /** The title above a problem. */
  problemTitle: string;
  /** A problem that the page came back with. */
  problem?: string | null;
  onDone: (said: string) => void;
  children: ReactNode;
}

/**
 * A real form with a real address: sent before its script has arrived, it works just the same where its endpoint
 * reads plain forms. Fields keep what was typed, whatever goes wrong. A problem takes the focus.
 */
export function DoorForm({ problem: cameBackWith = null, ...props }: DoorFormProps) {
  const [problem, setProblem] = useState(cameBackWith);
  const [isPending, setIsPending] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null) summary.current?.focus();
  }, [problem]);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const fields = { ...textsOf(new FormData(event.currentTarget)), ...props.extra?.() };
    setProblem(null);
    setIsPending(true);
    settle(await postForm(props.action, fields, props.expects, (...request) => fetch(...request)));
  }

  function settle(result: Posted) {
    if ("said" in result) return props.onDone(result.said);
    setProblem(result.problem);
    setIsPending(false);
  }

  return (
    <form method="post" action={props.action} aria-label={props.label} onSubmit={send} className="grid gap-4">
      {problem === null ? null : (
        <div ref={summary} tabIndex={-1}>
          <Notice role="alert" tone="problem" title={props.problemTitle}>
            {problem}
          </Notice>
        </div>
      )}
      {props.children}
      <Button type="submit" variant="primary" size="action" isPending={isPending}>
        {props.submit}
      </Button>
    </form>
  );
}

function textsOf(fields: FormData): Record<string, string> {
  const texts = [...fields].filter((field): field is [string, string] => typeof field[1] === "string");
  return Object.fromEntries(texts);
}
