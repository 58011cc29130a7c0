"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { DryRunCard } from "./dry-run-card";
import { ReplayForm } from "./replay-form";
import type { Range } from "./replay-schema";

/** Hands a range of the log to one handler again: first what would happen, then the run. */
export function ReplayScreen({ handler, now }: { readonly handler: string; readonly now: string }) {
  const trpc = useTRPC();
  const handlers = useQuery(trpc.log.handlers.queryOptions());
  const [asked, setAsked] = useState<{ readonly range: Range; readonly number: number } | null>(null);
  return (
    <PageBody>
      <PageHeader
        title="Replay"
        meta="Hands log entries of a range to one handler once more. The log itself does not change."
      />
      {handlers.isPending ? <SkeletonRows rows={6} /> : null}
      {handlers.isError ? <PanelError what="The handlers" onRetry={() => void handlers.refetch()} /> : null}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {handlers.data ? (
          <Card title="What to replay">
            <ReplayForm
              handlers={handlers.data.filter(({ isOrphaned }) => !isOrphaned)}
              handler={handler}
              now={now}
              onDryRun={(range) => setAsked((before) => ({ range, number: (before?.number ?? 0) + 1 }))}
            />
          </Card>
        ) : null}
        {asked === null ? null : <DryRunCard key={asked.number} range={asked.range} />}
      </div>
    </PageBody>
  );
}
