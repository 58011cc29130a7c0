"use client";

import { useQuery } from "@tanstack/react-query";
import { logEntries } from "@/app/log/_components/counted";
import { problemOf } from "@/components/form/problem-of";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { ChangedTables } from "./changed-tables";
import { DryRunFailures } from "./dry-run-failures";
import { ReplayRun } from "./replay-run";
import type { Range } from "./replay-schema";

type DryRun = RouterOutputs["log"]["replayPreview"];

/** What a replay of this range would do, and the way to do it. */
export function DryRunCard({ range }: { readonly range: Range }) {
  const trpc = useTRPC();
  const preview = useQuery({
    ...trpc.log.replayPreview.queryOptions(range),
    // Each dry run is asked for by a press; it costs locks, so none happens by itself.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnReconnect: false,
  });
  return (
    <Card title={`Dry run: ${range.handler}`}>
      <div className="grid gap-4 text-cell">
        {preview.isPending ? <SkeletonRows rows={5} /> : null}
        {preview.isError ? (
          <Notice role="alert" tone="problem" title="The dry run could not be done">
            {problemOf(preview.error).message}
          </Notice>
        ) : null}
        {preview.data ? <Found range={range} dryRun={preview.data} /> : null}
      </div>
    </Card>
  );
}

function Found({ range, dryRun }: { readonly range: Range; readonly dryRun: DryRun }) {
  const { inRange, toTry, failures, tables } = dryRun;
  if (toTry === 0) {
    return (
      <p>
        {inRange.count === 0
          ? `The range holds nothing that ${range.handler} hears.`
          : `${range.handler} has finished the first ${logEntries(Math.min(inRange.count, 5_000))} of the range already.`}
      </p>
    );
  }
  return (
    <>
      <p>{scopeWords(dryRun)}</p>
      <ChangedTables tables={tables} />
      {failures.length === 0 ? null : <DryRunFailures failures={failures} />}
      <ReplayRun range={range} inRange={inRange} />
    </>
  );
}

function scopeWords({ inRange, tried, toTry }: DryRun): string {
  const whole = `${logEntries(inRange)} in the range.`;
  const part =
    tried < toTry ? `Time allowed for ${tried} of the first ${toTry}` : `Tried with the first ${tried}`;
  return inRange.count === tried && !inRange.more
    ? `${whole} Tried with all of them, and taken back.`
    : `${whole} ${part}, and taken back.`;
}
