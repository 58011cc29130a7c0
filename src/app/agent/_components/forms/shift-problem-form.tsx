"use client";

import { ProblemForm } from "@/components/problem/problem-form";
import { useTRPCClient } from "@/trpc/client";
import { type ProblemPlace, problemWish } from "./problem-wish";

const SIDES = [
  { value: "venue", label: "The place" },
  { value: "activity", label: "My work" },
] as const;

export interface ShiftProblemFormProps {
  place: ProblemPlace;
  onDone: () => void;
}

/** What an agent sees go wrong where they work. */
export function ShiftProblemForm({ place, onDone }: ShiftProblemFormProps) {
  const client = useTRPCClient();
  return (
    <ProblemForm
      label="Report a problem"
      sides={SIDES}
      refresh={nothingShown}
      report={({ idempotencyKey, ...problem }) => {
        const wish = problemWish(problem, place);
        return wish.to === "venue"
          ? client.locations.reportIssue.mutate({ ...wish.input, idempotencyKey })
          : client.activities.reportIssue.mutate({ ...wish.input, idempotencyKey });
      }}
      onDone={onDone}
    />
  );
}

/** Reports are on no screen of an agent's. */
function nothingShown(): Promise<void> {
  return Promise.resolve();
}
