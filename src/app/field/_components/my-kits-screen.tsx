"use client";

import { useQuery } from "@tanstack/react-query";
import { kitsHref } from "@/app/field/_components/event-record";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { StatusBadge } from "@/components/status-badge";
import { kitAssignmentLooks, kitFlagLooks } from "@/components/status-looks/kits";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { PageLink } from "@/components/ui/page-link";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { formatMoment, formatWindow } from "@/values/format-time";

type MyKit = RouterOutputs["kits"]["mine"][number];

/** The kits that the reader has, and those that their events of the next days need. */
export function MyKitsScreen({ now }: { now: string }) {
  const trpc = useTRPC();
  const kits = useQuery(trpc.kits.mine.queryOptions());
  const problem = kits.error === null ? null : problemOf(kits.error);
  return (
    <>
      <PageHeader title="Kits" />
      {kits.isPending ? <SkeletonRows rows={5} label="Loading your kits" /> : null}
      {problem !== null && kits.data === undefined ? (
        <PanelError what="Your kits" reference={problem.requestId} onRetry={() => void kits.refetch()} />
      ) : null}
      {kits.data?.length === 0 ? (
        <EmptyState title="No kits">
          Kits stand here while you have them, and those that your events of today and tomorrow need.
        </EmptyState>
      ) : null}
      {groupsOf(kits.data ?? []).map(({ title, items }) => (
        <section key={title} aria-label={title} className="grid gap-2">
          <h2 className="flex items-baseline justify-between text-title">
            {title}
            <span className="text-muted tabular-nums">{items.length}</span>
          </h2>
          <ul className="grid gap-2">
            {items.map((kit) => (
              <MyKitCard key={kit.kitAssignmentId} kit={kit} now={now} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function groupsOf(kits: readonly MyKit[]) {
  const isMine = ({ holder }: MyKit) => holder?.isMe === true;
  const isOut = ({ status }: MyKit) => status === "checked_out" || status === "partly_returned";
  return [
    { title: "With me", items: kits.filter(isMine) },
    { title: "With others", items: kits.filter((kit) => !isMine(kit) && isOut(kit)) },
    { title: "Coming up", items: kits.filter((kit) => !isMine(kit) && !isOut(kit)) },
  ].filter(({ items }) => items.length > 0);
}

/** The whole card opens the kits of its event. */
function MyKitCard({ kit, now }: { kit: MyKit; now: string }) {
  const { event } = kit;
  return (
    <li className="relative grid gap-1.5 rounded-card border border-border bg-surface px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <PageLink
          href={kitsHref(event.id)}
          className="min-w-0 font-semibold wrap-anywhere outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent"
        >
          {kit.code ?? kit.templateName}
        </PageLink>
        <div className="flex flex-wrap gap-1">
          <StatusBadge look={kitAssignmentLooks[kit.status]} />
          {kit.isOverdue ? <StatusBadge look={kitFlagLooks.overdue} /> : null}
        </div>
      </div>
      <p className="text-muted wrap-anywhere">{`${kit.templateName} for ${kit.activityType}`}</p>
      <p className="wrap-anywhere">
        {`EV-${event.number} ${event.title}, ${event.venueName}, ${formatWindow(event, event.timeZone, now)}`}
      </p>
      {kit.expectedReturn === null ? null : (
        <p className="text-meta text-muted">
          {`${kit.holder === null || kit.holder.isMe ? "Back" : `With ${kit.holder.name}, back`} by ${formatMoment(kit.expectedReturn, event.timeZone, now)}`}
        </p>
      )}
    </li>
  );
}
