"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { StaffingFilters } from "@/app/admin/staffing/_components/staffing-filters";
import {
  boardHref,
  CONFLICT_DAYS,
  conflictParsers,
  conflictsInputOf,
  isFiltered,
  noFilter,
  type StaffingFilter,
} from "@/app/admin/staffing/_components/staffing-view";
import { problemOf } from "@/components/form/problem-of";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { ConflictRow } from "./conflict-row";

const crumbs = [{ label: "Staffing", href: "/admin/staffing" }] as const;

/** Everything that stands in the way of the shifts ahead, by their start, each with what mends it. */
export function ConflictsScreen({ now }: { now: string }) {
  const trpc = useTRPC();
  const [filter, setFilter] = useQueryStates(conflictParsers);
  const narrow = (part: Partial<StaffingFilter>) => void setFilter(part, { history: "push" });
  const clear = isFiltered(filter) ? () => narrow(noFilter) : undefined;
  const list = useQuery({
    ...trpc.staffing.conflicts.queryOptions(conflictsInputOf(filter, now)),
    placeholderData: keepPreviousData,
  });
  const { data } = list;
  return (
    <PageBody>
      <PageHeader
        crumbs={crumbs}
        title="Conflicts"
        meta={`What stands in the way of the shifts of the next ${CONFLICT_DAYS} days, the nearest first.`}
        actions={<ButtonLink href={boardHref({ ...filter, conflicts: true })}>On the board</ButtonLink>}
      />
      <StaffingFilters filter={filter} onFilter={narrow} onClear={clear} summary={data && summaryOf(data)} />
      <Card isFlush className={list.isPlaceholderData ? "opacity-60" : ""}>
        {data === undefined && list.error ? (
          <PanelError
            what="The conflicts"
            reference={problemOf(list.error).requestId}
            onRetry={() => void list.refetch()}
          />
        ) : data === undefined ? (
          <SkeletonRows rows={8} label="Looking for conflicts" />
        ) : data.conflicts.length === 0 ? (
          <Nothing onClear={clear} />
        ) : (
          <ul aria-label="Conflicts" className="divide-y divide-border">
            {data.conflicts.map((conflict) => (
              <ConflictRow key={conflict.id} conflict={conflict} now={now} />
            ))}
          </ul>
        )}
      </Card>
    </PageBody>
  );
}

function summaryOf({ conflicts, hasMore }: RouterOutputs["staffing"]["conflicts"]): string {
  return `${hasMore ? "More than " : ""}${counted(conflicts.length, "conflict")}`;
}

function Nothing({ onClear }: { onClear: (() => void) | undefined }) {
  if (onClear) return <NothingMatches what="conflicts" onClear={onClear} />;
  return (
    <EmptyState title="Nothing stands in the way">
      {`Overlaps, rest, papers and unanswered offers of the next ${CONFLICT_DAYS} days stand here.`}
    </EmptyState>
  );
}
