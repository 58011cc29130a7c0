"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { ScanLine } from "lucide-react";
import { problemOf } from "@/components/form/problem-of";
import { LateSheet, useSheet } from "@/components/late-sheet";
import { PageHeader } from "@/components/page-header";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { formatWindow } from "@/values/format-time";
import { kitGroups, kitsWords, type KitsOfEvent } from "./kit-record";
import { KitRow } from "./kit-row";

const loadScan = () => import("./scan-kits").then((part) => part.ScanKits);

export interface KitsScreenProps {
  eventId: string;
  now: string;
  /** Where the reader's events stand: "My events" and `/field/events`. */
  events: { readonly label: string; readonly href: Route };
}

/** The kits of an event, from packing to return (screen "Kit hand-out and return" of ux.md). */
export function KitsScreen({ eventId, now, events }: KitsScreenProps) {
  const trpc = useTRPC();
  const kits = useQuery(trpc.kits.atEvent.queryOptions({ eventId }));
  if (kits.data) return <Loaded kits={kits.data} now={now} events={events} />;
  const problem = kits.error === null ? null : problemOf(kits.error);
  return (
    <>
      <PageHeader crumbs={[events]} title="Kits" />
      {problem === null ? <SkeletonRows rows={6} label="Loading the kits" /> : null}
      {problem?.code === "NOT_FOUND" ? (
        <EmptyState title="This event is not here">
          It may have been given to somebody else, or the link is mistyped.
        </EmptyState>
      ) : null}
      {problem !== null && problem.code !== "NOT_FOUND" ? (
        <PanelError what="The kits" reference={problem.requestId} onRetry={() => void kits.refetch()} />
      ) : null}
    </>
  );
}

function Loaded({ kits, now, events }: Omit<KitsScreenProps, "eventId"> & { kits: KitsOfEvent }) {
  const sheet = useSheet();
  const { event, items } = kits;
  return (
    <>
      <PageHeader
        crumbs={[events, { label: `EV-${event.number}`, href: `${events.href}/${event.id}` as Route }]}
        title="Kits"
        meta={event.title}
      />
      <div className="grid gap-1">
        {items.length === 0 ? null : (
          <p role="status" className="text-title">
            {kitsWords(items)}
          </p>
        )}
        <p className="text-muted wrap-anywhere">
          {`${event.venueName}, ${formatWindow(event, event.timeZone, now)}`}
        </p>
      </div>
      {items.length === 0 ? (
        <EmptyState title="No kits">The activities of this event need none.</EmptyState>
      ) : null}
      {kitGroups(items).map((group) => (
        <section key={group.title} aria-label={group.title} className="grid gap-2">
          <h2 className="flex items-baseline justify-between text-title">
            {group.title}
            <span className="text-muted tabular-nums">{group.items.length}</span>
          </h2>
          <ul className="grid gap-2">
            {group.items.map((item) => (
              <KitRow key={item.kitAssignmentId} item={item} kits={kits} now={now} />
            ))}
          </ul>
        </section>
      ))}
      {items.length === 0 ? null : (
        <ActionBar>
          <Button variant="primary" size="action" icon={<ScanLine />} onClick={sheet.open} className="flex-1">
            Scan kits
          </Button>
        </ActionBar>
      )}
      <LateSheet
        sheet={sheet}
        title="Scan kits"
        load={loadScan}
        props={{ kits, now, isShown: sheet.isOpen }}
      />
    </>
  );
}
