"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { problemOf } from "@/components/form/problem-of";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { CandidateList, type CandidateListProps } from "./candidate-list";

export interface CandidatesPanelProps extends Pick<CandidateListProps, "act"> {
  slotId: string;
  /** Only these, whoever they are. */
  userIds?: string[];
}

/** The ranking for a slot, asked for when it is shown. */
export function CandidatesPanel({ slotId, userIds, act }: CandidatesPanelProps) {
  const trpc = useTRPC();
  const ranking = useQuery({
    ...trpc.staffing.candidates.queryOptions({ slotId, ...(userIds && { userIds }) }),
    placeholderData: keepPreviousData,
  });
  if (ranking.data === undefined) {
    return ranking.error ? (
      <PanelError
        what="The candidates"
        reference={problemOf(ranking.error).requestId}
        onRetry={() => void ranking.refetch()}
      />
    ) : (
      <SkeletonRows rows={6} label="Ranking candidates" />
    );
  }
  const { candidates, role } = ranking.data;
  if (candidates.length === 0) {
    return (
      <EmptyState title={`Nobody works as ${role} yet`}>
        Give the role to somebody on their page under People.
      </EmptyState>
    );
  }
  return <CandidateList candidates={candidates} act={act} />;
}
