"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { Route } from "next";
import { logTime } from "@/app/log/_components/log-time";
import { storyHref } from "@/app/log/_components/story-href";
import { spanWords } from "@/app/log/_components/span-words";
import { storyTrees, untilLastEffectOf } from "@/app/log/_components/story-tree";
import { StoryTree } from "@/app/log/_components/story-tree-view";
import { ExpiredStub } from "@/components/expired-stub";
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
import { Waterfalls } from "./waterfall-view";

type Story = RouterOutputs["log"]["story"];

const TABS = ["tree", "time", "waterfall"] as const;

export interface StoryScreenProps {
  readonly correlationId: string;
  readonly now: string;
}

/** One chain across all categories: what caused what, and when the last effect of each act was there. */
export function StoryScreen({ correlationId, now }: StoryScreenProps) {
  const trpc = useTRPC();
  const story = useQuery(trpc.log.story.queryOptions({ correlationId }));
  const [tab] = useQueryState("tab", parseAsStringLiteral(TABS).withDefault("tree"));
  const href = storyHref(correlationId);
  return (
    <PageBody>
      <PageHeader
        crumbs={[{ label: "Log", href: "/log" }]}
        title={story.data?.name ?? <span className="font-mono break-all">{correlationId}</span>}
        meta={story.data ? spanOf(story.data) : undefined}
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
          { label: "Waterfall", href: `${href}?tab=waterfall` as Route, isCurrent: tab === "waterfall" },
        ]}
      />
      {story.isPending ? <SkeletonRows rows={8} /> : null}
      {story.isError ? <PanelError what="The story" onRetry={() => void story.refetch()} /> : null}
      {story.data ? <Told story={story.data} tab={tab} now={now} /> : null}
    </PageBody>
  );
}

interface ToldProps {
  readonly story: Story;
  readonly tab: (typeof TABS)[number];
  readonly now: string;
}

function Told({ story, tab, now }: ToldProps) {
  const { lines, hasEarlier, expired } = story;
  if (lines.length === 0 && expired.length === 0) {
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
      {tab === "time"
        ? null
        : expired.map((part) => <ExpiredStub key={`${part.kind} ${part.at}`} expired={part} />)}
      {tab === "tree" ? <StoryTree trees={storyTrees(lines)} hrefOf={hrefOf} openId="" /> : null}
      {tab === "waterfall" ? <Waterfalls trees={storyTrees(lines)} hrefOf={hrefOf} /> : null}
      {tab === "time" ? (
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
          expired={expired}
        />
      ) : null}
    </>
  );
}

/** "14 entries, 2026-11-23 12:00:00.113 to …, UTC; the last effect 3 d 4 h after the first entry". */
function spanOf({ lines }: Story): string {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return "";
  const count = lines.length === 1 ? "1 entry" : `${lines.length} entries`;
  const ms = untilLastEffectOf(storyTrees(lines));
  const effect =
    ms === null ? "handlers are not done with it" : `the last effect ${spanWords(ms)} after the first entry`;
  return `${count}, ${logTime(first.at)} to ${logTime(last.at)}, UTC; ${effect}.`;
}
