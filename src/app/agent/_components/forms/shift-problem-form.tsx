"use client";

import { ProblemForm } from "@/components/problem/problem-form";
import { useTRPCClient } from "@/trpc/client";
import { type ProblemPlace, problemWish, sidesOf } from "./problem-wish";

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
      sides={sidesOf(place)}
      refresh={nothingShown}
      report={({ idempotencyKey, ...problem }) => {
        const wish = problemWish(problem, place);
        switch (wish.to) {
          case "venue":
            return client.locations.reportIssue.mutate({ ...wish.input, idempotencyKey });
          case "activity":
            return client.activities.reportIssue.mutate({ ...wish.input, idempotencyKey });
          case "kit":
            return client.kits.reportIssue.mutate({ ...wish.input, idempotencyKey });
          default:
            return neverWish(wish);
        }
      }}
      onDone={onDone}
    />
  );
}

function neverWish(wish: never): never {
  throw new Error(`unknown report ${JSON.stringify(wish)}`);
}

/** Reports are on no screen of an agent's. */
function nothingShown(): Promise<void> {
  return Promise.resolve();
}
