"use client";

import { useQuery } from "@tanstack/react-query";
import { KitsTabs } from "@/app/admin/kits/_components/kits-tabs";
import { problemOf } from "@/components/form/problem-of";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { AvailabilityTable } from "./availability-table";
import { ShortageRow } from "./shortage-row";

export interface ShortagesScreenProps {
  now: string;
  /** Since when the days ahead are counted. */
  from: string;
  /** The reader's own. */
  timeZone: string;
}

/** The needs that cannot be met as they stand, by the time that is left, and how tight the days ahead are. */
export function ShortagesScreen({ now, from, timeZone }: ShortagesScreenProps) {
  const trpc = useTRPC();
  const shortages = useQuery(trpc.kits.shortages.queryOptions({}));
  const { data } = shortages;
  return (
    <PageBody>
      <PageHeader title="Kit shortages" meta="What the next 90 days want and the warehouse has not got." />
      <KitsTabs current="Shortages" />
      <Card isFlush>
        {data ? (
          data.items.length === 0 ? (
            <EmptyState title="Nothing is short">
              A kit that comes back incomplete, breaks or is late shows up here at once, with its next event.
            </EmptyState>
          ) : (
            <ul className="divide-y divide-border">
              {data.items.map((item) => (
                <ShortageRow key={item.kitAssignmentId} item={item} now={now} />
              ))}
            </ul>
          )
        ) : shortages.error ? (
          <PanelError
            what="The shortages"
            reference={problemOf(shortages.error).requestId}
            onRetry={() => void shortages.refetch()}
          />
        ) : (
          <SkeletonRows rows={5} label="Looking for shortages" />
        )}
      </Card>
      {data?.hasMore ? (
        <p className="text-meta text-muted">
          These are the most urgent ones. More follow as they are settled.
        </p>
      ) : null}
      <AvailabilityTable from={from} timeZone={timeZone} now={now} />
    </PageBody>
  );
}
