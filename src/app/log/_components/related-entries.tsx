"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RecordTimeline, type RecordTimelineEntry } from "@/components/record-timeline";
import { Button } from "@/components/ui/button";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { logHref, type LogView } from "./log-view";
import { storyHref } from "./story-href";
import { storyTrees } from "./story-tree";
import { StoryTree } from "./story-tree-view";

export interface RelatedEntriesProps {
  readonly correlationId: string;
  readonly openId: string;
  readonly view: LogView;
  readonly now: string;
}

/** The other entries of the chain: as a time line, or as what caused what. */
export function RelatedEntries(props: RelatedEntriesProps) {
  const [isTree, setIsTree] = useState(false);
  return (
    <section className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-title">Related entries</h3>
        <span className="flex gap-1">
          <Button
            size="small"
            variant={isTree ? "quiet" : "secondary"}
            aria-pressed={!isTree}
            onClick={() => setIsTree(false)}
          >
            Time line
          </Button>
          <Button
            size="small"
            variant={isTree ? "secondary" : "quiet"}
            aria-pressed={isTree}
            onClick={() => setIsTree(true)}
          >
            Cause and effect
          </Button>
        </span>
      </div>
      {isTree ? <ChainTree {...props} /> : <ChainTimeline {...props} />}
      <p className="text-cell">
        <TextLink href={storyHref(props.correlationId)}>The whole story of this chain</TextLink>
      </p>
    </section>
  );
}

function ChainTree({ correlationId, openId, view }: RelatedEntriesProps) {
  const trpc = useTRPC();
  const story = useQuery(trpc.log.story.queryOptions({ correlationId }));
  if (story.isPending) return <SkeletonRows rows={3} />;
  if (story.isError) return <PanelError what="Related entries" onRetry={() => void story.refetch()} />;
  return (
    <StoryTree
      trees={storyTrees(story.data.lines)}
      hrefOf={(id) => logHref(view, { open: id })}
      openId={openId}
    />
  );
}

function ChainTimeline({ correlationId, openId, view, now }: RelatedEntriesProps) {
  const trpc = useTRPC();
  const related = useInfiniteQuery(
    trpc.log.related.infiniteQueryOptions(
      { correlationId, limit: 20 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const lines = related.data?.pages.flatMap((page) => page.lines).filter(({ id }) => id !== openId) ?? [];
  return (
    <>
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
    </>
  );
}

function toEntry(line: RouterOutputs["log"]["related"]["lines"][number]): RecordTimelineEntry {
  return { ...line, details: [], kind: line.category, systemStep: line.actor === "Muster" };
}
