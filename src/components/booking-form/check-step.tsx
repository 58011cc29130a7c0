"use client";

import { useEffect, useRef, useState } from "react";
import { useErrorTitle } from "@/components/form/use-error-title";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { CheckAnswers } from "./check-answers";
import type { Completeness, RequestProblem } from "./request-checks";
import type { RequestStore } from "./request-store";
import type { BookingDetail, RequestValues } from "./request-values";
import { SendProblem } from "./send-problem";
import { StepHeading } from "./step-heading";
import { allFields, type StepId, stepInfo, stepOfPath } from "./steps";
import { loadChecks } from "./use-checks";
import type { useSendRequest } from "./use-send-request";

export interface CheckStepProps {
  booking: BookingDetail | null;
  store: RequestStore;
  now: string;
  sending: ReturnType<typeof useSendRequest>;
  onOpen: (step: StepId) => void;
  onTakeTheirs: () => void;
}

/** The last step: everything that will be sent, then saving or sending it. */
export function CheckStep({ booking, store, now, sending, onOpen, onTakeTheirs }: CheckStepProps) {
  const [values] = useState(() => store.values);
  const [problems, setProblems] = useState<readonly RequestProblem[]>([]);
  const words = wordsFor(booking);
  const isRunning = useRef(false);
  const run = async (isSent: boolean) => {
    // A press while the checks are fetched is ignored, as one while it is sent (U-22).
    if (isRunning.current) return;
    isRunning.current = true;
    const found = await problemsIn(values, isSent || words.send === null ? "request" : "draft");
    setProblems(found);
    if (found.length === 0) await sending.send(values, isSent);
    isRunning.current = false;
  };
  return (
    <section aria-label={stepInfo.check.title} className="grid gap-6">
      <StepHeading title={stepInfo.check.title} takesFocus={booking === null} />
      <MissingAnswers problems={problems} onOpen={onOpen} />
      <CheckAnswers values={values} now={now} onOpen={onOpen} />
      {words.effect === null ? null : <Notice title="What a change means">{words.effect}</Notice>}
      <SendProblem {...{ booking, now, sending, onOpen, onTakeTheirs }} />
      <div className="flex flex-wrap gap-2 border-t border-border pt-4 max-sm:flex-col-reverse max-sm:*:w-full">
        <Button
          size="action"
          variant={words.send === null ? "primary" : "secondary"}
          isPending={sending.isPending}
          onClick={() => void run(false)}
        >
          {words.save}
        </Button>
        {words.send === null ? null : (
          <Button
            size="action"
            variant="primary"
            isPending={sending.isPending}
            onClick={() => void run(true)}
          >
            {words.send}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Without a connection the checks may be missing; sending then tells so itself. */
async function problemsIn(values: RequestValues, as: Completeness): Promise<readonly RequestProblem[]> {
  const checks = await loadChecks().catch(() => null);
  return checks?.problemsOf(values, allFields, as) ?? [];
}

function MissingAnswers(props: { problems: readonly RequestProblem[]; onOpen: (step: StepId) => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.problems.length > 0) box.current?.focus();
  }, [props.problems]);
  useErrorTitle(props.problems.length > 0);
  if (props.problems.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="problem" role="alert" title="There is a problem">
        <ul className="grid gap-1">
          {props.problems.map(({ path, message }) => (
            <li key={path.join(".")}>
              <button
                type="button"
                className="min-h-target text-left underline underline-offset-2"
                onClick={() => props.onOpen(stepOfPath(path.join(".")))}
              >
                {message}
              </button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

interface ActionWords {
  readonly save: string;
  /** Null when there is nothing to send: the agency has it already. */
  readonly send: string | null;
  readonly effect: string | null;
}

function wordsFor(booking: BookingDetail | null): ActionWords {
  if (booking === null || booking.status === "draft") {
    return { save: "Save draft", send: "Send request", effect: null };
  }
  if (booking.can.submit) return { save: "Save for later", send: "Send again", effect: null };
  const isDecided = booking.status === "approved" || booking.status === "partially_approved";
  return {
    save: "Save changes",
    send: null,
    effect: isDecided
      ? "Other dates or venues, and more people or kits, go to the agency for approval again; events they touch are on hold until then. Fewer of them, and other words, take effect at once."
      : "The agency decides about what you save now.",
  };
}
