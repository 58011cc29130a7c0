import type { ReactNode } from "react";
import { StatusBadge } from "@/components/status-badge";
import { shiftLooks } from "@/components/status-looks/shifts";
import type { RouterOutputs } from "@/trpc/client";
import { FitLines } from "./fit-lines";
import { isShiftState, payWords } from "./fit-words";

export type Candidate = RouterOutputs["staffing"]["candidates"]["candidates"][number];

export interface CandidateListProps {
  candidates: readonly Candidate[];
  /** What can be done with one of them; nothing for those who cannot have the shift. */
  act: (candidate: Candidate) => ReactNode;
}

/** Who could have a shift, the best first, each with what speaks for and against them. */
export function CandidateList({ candidates, act }: CandidateListProps) {
  return (
    <ol className="divide-y divide-border">
      {candidates.map((candidate) => (
        <CandidateRow key={candidate.userId} candidate={candidate} act={act} />
      ))}
    </ol>
  );
}

function CandidateRow({ candidate, act }: { candidate: Candidate; act: CandidateListProps["act"] }) {
  const { name, fit, pay, asked } = candidate;
  return (
    <li className="grid gap-1.5 px-4 py-3 text-cell">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1.5">
        <p className="min-w-0 flex-1 basis-40 font-medium wrap-anywhere">
          {name}
          <span className="block text-meta font-normal text-muted tabular-nums">
            {[`Fit ${Math.round(fit.score)} of 100`, ...(pay ? [payWords(pay)] : [])].join(" · ")}
          </span>
        </p>
        <span className="flex flex-wrap items-center gap-2">
          {asked !== null && isShiftState(asked) ? <StatusBadge look={shiftLooks[asked]} /> : null}
          {act(candidate)}
        </span>
      </div>
      <FitLines fit={fit} />
    </li>
  );
}
