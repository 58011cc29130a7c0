"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { RecordTimeline, type RecordTimelineEntry } from "@/components/record-timeline";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { logHref, type LogView } from "./log-view";

export interface RelatedEntriesProps {
  readonly correlationId: string;
  /** The open entry, which is left out of its own relations. */
  readonly openId: string;
  readonly view: LogView;
  readonly now: string;
}

/** The other entries of the chain, newest first. */
export function RelatedEntries({ correlationId, openId, view, now }: RelatedEntriesProps) {
  const trpc = useTRPC();
  const related = useInfiniteQuery(
    trpc.log.related.infiniteQueryOptions(
      { correlationId, limit: 20 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const lines = related.data?.pages.flatMap((page) => page.lines).filter(({ id }) => id !== openId) ?? [];
  return (
    <section className="grid gap-2">
      <h3 className="text-title">Related entries</h3>
      {related.isPending ? <SkeletonRows rows={3} /> : null}
      {related.isError ? <PanelError what="Related entries" onRetry={() => void related.refetch()} /> : null}
      {related.data ? (
        <RecordTimeline
          entries={lines.map(toEntry)}
          timeZone="Etc/UTC"
          now={now}
          entryHref={(id) => logHref(view, { open: id })}
          onOlder={related.hasNextPage ? () => void related.fetchNextPage() : undefined}
          isLoadingOlder={related.isFetchingNextPage}
          expired={related.data.pages[0]?.expired ?? []}
        />
      ) : null}
    </section>
  );
}

function toEntry(line: RouterOutputs["log"]["related"]["lines"][number]): RecordTimelineEntry {
  return { ...line, details: [], kind: line.category, systemStep: line.actor === "Muster" };
}
