"use client";

import { useQuery } from "@tanstack/react-query";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { CalendarCard } from "./calendar-card";
import { HoursLine } from "./hours-line";
import { hoursPeriod } from "./hours-period";

/** One's own hours of the last two months, the latest first, with who corrected them and why. */
export function HoursScreen({ now }: { now: string }) {
  const trpc = useTRPC();
  const sheet = useQuery(trpc.staffing.timesheet.queryOptions(hoursPeriod(now)));
  const lines = [...(sheet.data?.lines ?? [])].sort((a, b) => b.startsAt.localeCompare(a.startsAt));
  return (
    <>
      <PageHeader title="Hours" />
      {sheet.isPending ? <SkeletonRows rows={5} label="Loading your hours" /> : null}
      {sheet.isError && sheet.data === undefined ? (
        <PanelError
          what="Your hours"
          reference={problemOf(sheet.error).requestId}
          onRetry={() => void sheet.refetch()}
        />
      ) : null}
      {sheet.data && lines.length === 0 ? (
        <EmptyState title="No hours yet">
          The hours of a shift stand here once you have checked out of it.
        </EmptyState>
      ) : null}
      <ul className="grid gap-3">
        {lines.map((line) => (
          <HoursLine key={line.assignmentId} line={line} now={now} />
        ))}
      </ul>
      <CalendarCard now={now} />
    </>
  );
}
