"use client";

import { ChangeList } from "@/components/change-list";
import { FormProblem } from "@/components/form/form-problem";
import type { ServerProblem } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { staleBooking } from "./difference-words";
import { stepInfo, type StepId, stepOfPath } from "./steps";

export interface SendProblemProps {
  problem: ServerProblem | null;
  onOpen: (step: StepId) => void;
  /** Goes on with these answers on top of the other person's change. */
  onKeepMine: (version: number) => void;
  onTakeTheirs: () => void;
}

const RULE_STEPS: Readonly<Record<string, StepId>> = {
  no_dates: "dates",
  dates_past: "dates",
  event_began: "dates",
  no_activities: "plan",
};

/** Why saving or sending was refused, with the way to where it can be mended. */
export function SendProblem({ problem, onOpen, onKeepMine, onTakeTheirs }: SendProblemProps) {
  if (problem === null) return null;
  const stale = staleBooking(problem.data);
  if (stale !== null) {
    return (
      <FormProblem
        problem={problem}
        actions={
          <>
            <Button onClick={() => onKeepMine(stale.presentVersion)}>Keep my answers</Button>
            <Button onClick={onTakeTheirs}>Take the other version</Button>
          </>
        }
      >
        <div className="mt-2">
          <ChangeList changes={stale.changes} />
        </div>
      </FormProblem>
    );
  }
  return (
    <FormProblem problem={problem} actions={<Ways problem={problem} onOpen={onOpen} />}>
      <FieldSentences fields={problem.fields} />
    </FormProblem>
  );
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
