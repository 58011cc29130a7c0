"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Printer } from "lucide-react";
import { useQueryStates } from "nuqs";
import { KitsTabs } from "@/app/admin/kits/_components/kits-tabs";
import { problemOf } from "@/components/form/problem-of";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { formatDate } from "@/values/format-time";
import { PackingCard } from "./packing-card";
import { byDay, packingInputOf, spanOf, viewHref, viewParsers, weekOf } from "./packing-view";

/** What the warehouse packs in a week, day by day, to look at and to print. */
export function PackingScreen({ now, today }: { now: string; today: string }) {
  const trpc = useTRPC();
  const [view] = useQueryStates(viewParsers);
  const list = useQuery({
    ...trpc.kits.preparation.queryOptions(packingInputOf(view, today)),
    placeholderData: keepPreviousData,
  });
  const span = spanOf(view, today);
  const week = weekOf(view);
  const days = byDay(list.data?.items ?? [], span);
  const spell = (day: string) => formatDate(`${day}T12:00:00Z`, "UTC", now);
  return (
    <PageBody>
      <PageHeader
        title="Packing list"
        meta={`${spell(span.first)} to ${spell(span.last)}`}
        actions={
          <Button data-chrome icon={<Printer />} onClick={() => window.print()}>
            Print
          </Button>
        }
      />
      <div data-chrome className="grid gap-3">
        <KitsTabs current="Packing list" />
        <div className="flex flex-wrap justify-end gap-2">
          {week === 0 ? null : (
            <ButtonLink href={viewHref({ week: week - 1 })} icon={<ChevronLeft />}>
              Previous week
            </ButtonLink>
          )}
          <ButtonLink href={viewHref({ week: week + 1 })}>
            Next week
            <ChevronRight />
          </ButtonLink>
        </div>
      </div>
      {list.data === undefined && list.error ? (
        <PanelError
          what="The packing list"
          reference={problemOf(list.error).requestId}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {list.isPending ? <SkeletonRows rows={8} label="Loading the packing list" /> : null}
      {list.data && days.length === 0 ? (
        <Card>
          <EmptyState title="Nothing to pack in these days">
            Kits stand here on the day on which their preparation begins.
          </EmptyState>
        </Card>
      ) : null}
      {days.map(({ day, items }) => (
        <section key={day ?? "late"} className="grid gap-2">
          <h2 className="flex flex-wrap items-baseline gap-x-2 text-title">
            {day === null ? "Should have been begun" : spell(day)}
            <span className="text-meta font-normal text-muted">{counted(items.length, "kit")}</span>
          </h2>
          <ul className="grid gap-2 lg:grid-cols-2 print:grid-cols-1">
            {items.map((item) => (
              <PackingCard key={item.kitAssignmentId} item={item} now={now} />
            ))}
          </ul>
        </section>
      ))}
      {list.data?.hasMore ? (
        <p className="text-meta text-muted">These are the first ones. Pack some to see those after them.</p>
      ) : null}
    </PageBody>
  );
}
