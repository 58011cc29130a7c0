"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { riskLooks } from "@/components/status-looks/radar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { RadarRow } from "./radar-row";
import { type Radar, radarHref, radarParsers, shownItems, shownKinds } from "./radar-view";

const ROWS_AT_ONCE = 12;

export interface RadarCardProps {
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** What should have happened and has not, the least time left first. */
export function RadarCard({ now, timeZone }: RadarCardProps) {
  const trpc = useTRPC();
  const radar = useQuery(trpc.events.radar.queryOptions());
  return (
    <Card
      title="At risk"
      isFlush
      aside={
        <TextLink href="/admin/readiness" className="text-cell whitespace-nowrap">
          Open the readiness matrix
        </TextLink>
      }
    >
      {radar.isPending ? <SkeletonRows rows={6} label="Loading what is at risk" /> : null}
      {radar.isError && !radar.data ? (
        <PanelError what="What is at risk" onRetry={() => void radar.refetch()} />
      ) : null}
      {radar.data ? <Found radar={radar.data} now={now} timeZone={timeZone} /> : null}
    </Card>
  );
}

function Found({ radar, now, timeZone }: { radar: Radar } & RadarCardProps) {
  const [{ risk }] = useQueryStates(radarParsers);
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const items = shownItems(radar, risk);
  const kinds = shownKinds(radar, risk);
  if (kinds.length === 0) {
    return (
      <EmptyState title="Nothing is at risk">
        What should have happened and has not stands here, the least time left first.
      </EmptyState>
    );
  }
  const all = kinds.reduce((sum, kind) => sum + radar.counts[kind], 0);
  return (
    <>
      <div className="px-3 pt-1">
        <Tabs
          label="Kinds of risk"
          items={[
            { label: "All", href: radarHref(null), isCurrent: risk === null, count: all },
            ...kinds.map((kind) => ({
              label: riskLooks[kind].label,
              href: radarHref(kind),
              isCurrent: kind === risk,
              count: radar.counts[kind],
            })),
          ]}
        />
      </div>
      {items.length === 0 ? <EmptyState title="Nothing of this kind is at risk any more" /> : null}
      <ul aria-label="At risk" className="divide-y divide-border">
        {items.slice(0, shown).map((item) => (
          <RadarRow key={item.id} item={item} now={now} timeZone={timeZone} />
        ))}
      </ul>
      {items.length > shown || radar.isCut ? (
        <footer className="flex flex-wrap items-center gap-3 border-t border-border px-4 py-2 text-cell text-muted">
          {items.length > shown ? (
            <Button onClick={() => setShown(shown + ROWS_AT_ONCE * 2)}>
              {`Show more of ${counted(items.length, "line")}`}
            </Button>
          ) : null}
          {radar.isCut ? "There is more than this list holds. The counts are of all that was found." : null}
        </footer>
      ) : null}
    </>
  );
}
