"use client";

import { FormProblem } from "@/components/form/form-problem";
import type { ServerProblem } from "@/components/form/problem-of";
import { differencesOf, presentVersionOf } from "@/components/stale-version";
import { Button } from "@/components/ui/button";
import { PanelError } from "@/components/ui/error-state";
import { useLatePart } from "@/components/ui/use-late-part";
import type { BookingDetail } from "./request-values";
import { stepInfo, type StepId, stepOfPath } from "./steps";
import type { useSendRequest } from "./use-send-request";

export interface SendProblemProps {
  /** The booking that is changed; null for a new one. */
  booking: BookingDetail | null;
  now: string;
  /** The problem, and how to go on with these answers on top of the other person's change. */
  sending: Pick<ReturnType<typeof useSendRequest>, "problem" | "rebase">;
  onOpen: (step: StepId) => void;
  onTakeTheirs: () => void;
}

const RULE_STEPS: Readonly<Record<string, StepId>> = {
  no_dates: "dates",
  dates_past: "dates",
  event_began: "dates",
  no_activities: "plan",
};

/** Why saving or sending was refused, with the way to where it can be mended. */
export function SendProblem({ booking, now, sending, onOpen, onTakeTheirs }: SendProblemProps) {
  const { problem, rebase } = sending;
  if (problem === null) return null;
  const presentVersion = presentVersionOf(problem.data);
  if (presentVersion !== null) {
    return (
      <FormProblem
        problem={problem}
        actions={
          <>
            <Button onClick={() => rebase(presentVersion)}>Keep my answers</Button>
            <Button onClick={onTakeTheirs}>Take the other version</Button>
          </>
        }
      >
        {booking === null ? null : <WhatChanged booking={booking} now={now} data={problem.data} />}
      </FormProblem>
    );
  }
  return (
    <FormProblem problem={problem} actions={<Ways problem={problem} onOpen={onOpen} />}>
      <FieldSentences fields={problem.fields} />
    </FormProblem>
  );
}

/** The list of differences is more than most visits ever need. */
const loadDifference = () => import("@/components/version-difference").then((part) => part.VersionDifference);

function WhatChanged({ data, ...of }: { booking: BookingDetail; now: string; data: unknown }) {
  const { part: Difference, hasFailed, retry } = useLatePart(loadDifference);
  const differences = differencesOf(data);
  if (differences.length === 0) return null;
  if (hasFailed) return <PanelError what="What changed" onRetry={retry} />;
  return <div className="mt-2">{Difference ? <Difference {...of} differences={differences} /> : null}</div>;
}

function FieldSentences({ fields }: { fields: ServerProblem["fields"] }) {
  const sentences = [...new Set(Object.values(fields))];
  if (sentences.length === 0) return null;
  return (
    <ul className="mt-1 list-disc pl-5">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Ways({ problem, onOpen }: { problem: ServerProblem; onOpen: (step: StepId) => void }) {
  const byRule = problem.rule === undefined ? undefined : RULE_STEPS[problem.rule];
  const steps = [...new Set([...Object.keys(problem.fields).map(stepOfPath), ...(byRule ? [byRule] : [])])];
  const openable = steps.filter((step) => step !== "check");
  if (openable.length === 0) return null;
  return openable.map((step) => (
    <Button key={step} onClick={() => onOpen(step)}>
      {`Change: ${stepInfo[step].label.toLowerCase()}`}
    </Button>
  ));
}
