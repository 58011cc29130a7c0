"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { IntegrityCard } from "./integrity-card";
import { HoldsCard } from "./holds-card";
import { KeepingTable } from "./keeping-table";
import { PlanCard } from "./plan-card";
import { planOf, retentionParsers } from "./retention-view";

/** How long the log is kept, what a run would take away on a day, and what is held back (ux.md, Privacy). */
export function RetentionScreen({ now }: { readonly now: string }) {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates(retentionParsers, { shallow: true, history: "replace" });
  const retention = useQuery({
    ...trpc.log.retention.queryOptions(planOf(view)),
    placeholderData: keepPreviousData,
  });
  return (
    <PageBody>
      <PageHeader
        title="Retention"
        meta="Entries whose time is over leave the log by the hour, archived without personal fields. Days in UTC."
      />
      {retention.isError ? (
        <PanelError what="Retention" onRetry={() => void retention.refetch()} />
      ) : retention.isPending ? (
        <SkeletonRows rows={8} />
      ) : (
        <>
          <KeepingTable categories={retention.data.categories} />
          <PlanCard
            plan={retention.data.plan}
            asOf={retention.data.asOf}
            isStale={retention.isPlaceholderData}
            onDay={(day) => void setView({ day })}
          />
        </>
      )}
      <HoldsCard now={now} />
      <IntegrityCard now={now} />
    </PageBody>
  );
}
