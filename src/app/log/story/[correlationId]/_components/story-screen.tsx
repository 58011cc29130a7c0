"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { Route } from "next";
import { logTime } from "@/app/log/_components/log-time";
import { storyHref } from "@/app/log/_components/story-href";
import { storyTrees } from "@/app/log/_components/story-tree";
import { StoryTree } from "@/app/log/_components/story-tree-view";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { RecordTimeline } from "@/components/record-timeline";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { type RouterOutputs, useTRPC } from "@/trpc/client";

type Story = RouterOutputs["log"]["story"];

export interface StoryScreenProps {
  readonly correlationId: string;
  readonly now: string;
}

/** One chain across all categories: what caused what, and when the last effect of each act was there. */
export function StoryScreen({ correlationId, now }: StoryScreenProps) {
  const trpc = useTRPC();
  const story = useQuery(trpc.log.story.queryOptions({ correlationId }));
  const [tab] = useQueryState("tab", parseAsStringLiteral(["tree", "time"]).withDefault("tree"));
  const href = storyHref(correlationId);
  return (
    <PageBody>
      <PageHeader
        crumbs={[{ label: "Log", href: "/log" }]}
        title={story.data?.name ?? <span className="font-mono break-all">{correlationId}</span>}
        meta={story.data ? spanWords(story.data) : undefined}
        actions={
          <ButtonLink href={`/log?range=all&chain=${encodeURIComponent(correlationId)}` as Route}>
            Show in the log
          </ButtonLink>
        }
      />
      <Tabs
        label="How the story is told"
        items={[
          { label: "Cause and effect", href, isCurrent: tab === "tree" },
          { label: "Time line", href: `${href}?tab=time` as Route, isCurrent: tab === "time" },
        ]}
      />
      {story.isPending ? <SkeletonRows rows={8} /> : null}
      {story.isError ? <PanelError what="The story" onRetry={() => void story.refetch()} /> : null}
      {story.data ? <Told story={story.data} isTree={tab === "tree"} now={now} /> : null}
    </PageBody>
  );
}

function Told({ story, isTree, now }: { story: Story; isTree: boolean; now: string }) {
  const { lines, hasEarlier } = story;
  if (lines.length === 0) {
    return (
      <EmptyState title="The log holds nothing of this chain">
        It may have expired, or its id is not complete.
      </EmptyState>
    );
  }
  const hrefOf = (id: string) => `/log?range=all&open=${id}` as Route;
  return (
    <>
      {hasEarlier ? (
        <Notice tone="neutral" title={`Only the newest ${lines.length} entries are told here`}>
          The log holds earlier ones: show the chain in the log.
        </Notice>
      ) : null}
      {isTree ? (
        <StoryTree trees={storyTrees(lines)} hrefOf={hrefOf} openId="" />
      ) : (
        <RecordTimeline
          entries={[...lines].reverse().map((line) => ({
            ...line,
            details: [],
            kind: line.category,
            systemStep: line.actorId === "system",
          }))}
          timeZone="Etc/UTC"
          now={now}
          entryHref={hrefOf}
        />
      )}
    </>
  );
}

/** "14 entries, 2026-11-23 12:00:00.113 to …, UTC". */
function spanWords({ lines }: Story): string {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return "";
  const count = lines.length === 1 ? "1 entry" : `${lines.length} entries`;
  return `${count}, ${logTime(first.at)} to ${logTime(last.at)}, UTC`;
}
