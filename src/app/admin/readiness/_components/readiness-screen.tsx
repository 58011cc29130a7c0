"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { problemOf } from "@/components/form/problem-of";
import { useListKeys } from "@/components/keyboard/use-list-keys";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { Pager } from "@/components/ui/pager";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { totalWords } from "@/values/count-words";
import { readinessColumns } from "./readiness-columns";
import { ReadinessFilters, rangeWords } from "./readiness-filters";
import { ReadinessPane } from "./readiness-pane";
import {
  isNarrowed,
  nextPage,
  noFilters,
  previousPage,
  type ReadinessView,
  readinessInputOf,
  rowsPerPage,
  viewHref,
} from "./readiness-view";
import { useReadinessView } from "./use-readiness-view";

/** Every event ahead by its start, how far each part of its readiness is, and beside it what fixes a cell. */
export function ReadinessScreen({ now, timeZone }: { now: string; timeZone: string }) {
  const trpc = useTRPC();
  const { view, filter, open, close } = useReadinessView();
  const matrix = useQuery({
    ...trpc.events.readiness.queryOptions(readinessInputOf(view, now)),
    placeholderData: keepPreviousData,
  });
  const { data } = matrix;
  const rows = data?.items ?? [];
  const show = (index: number) => {
    const row = rows[index];
    if (row) open(row.id, view.part);
  };
  const keys = useListKeys({
    count: rows.length,
    idOf: (index) => rows[index]?.id,
    onMove: (index) => {
      if (view.open !== null) show(index);
    },
    onOpen: show,
    onPeek: show,
  });
  return (
    <DeskPanes
      pane={
        view.open === null ? null : (
          <ReadinessPane
            key={view.open}
            view={view}
            eventId={view.open}
            onClose={close}
            now={now}
            timeZone={timeZone}
          />
        )
      }
    >
      <PageBody>
        <PageHeader
          title="Readiness"
          meta="What has not begun, by its start. Press a cell to see what is missing and to mend it."
          actions={<ButtonLink href="/admin/calendar?show=managers">Timeline</ButtonLink>}
        />
        <ReadinessFilters view={view} onFilter={filter} summary={data && summaryOf(data.total)} />
        <Card isFlush className={matrix.isPlaceholderData ? "opacity-60" : ""}>
          {data === undefined && matrix.error ? (
            <PanelError
              what="The matrix"
              reference={problemOf(matrix.error).requestId}
              onRetry={() => void matrix.refetch()}
            />
          ) : data === undefined ? (
            <SkeletonRows rows={12} label="Loading the matrix" />
          ) : rows.length === 0 ? (
            <Nothing view={view} onClear={() => filter(noFilters)} />
          ) : (
            <DataTable
              label="Readiness of the events ahead"
              columns={readinessColumns({ view, now, timeZone, onOpen: open })}
              rows={rows}
              rowId={(row) => row.id}
              rowHref={(row) => `/admin/events/${row.id}` as Route}
              onOpen={(row) => open(row.id, view.part)}
              openId={view.open}
              cursorId={keys.cursor === null ? null : (rows[keys.cursor]?.id ?? null)}
            />
          )}
        </Card>
        {data && rows.length > 0 ? (
          <Pager
            from={(view.page - 1) * rowsPerPage + 1}
            to={(view.page - 1) * rowsPerPage + rows.length}
            total={totalWords(data.total, "event")}
            previous={view.after.length > 0 ? viewHref(previousPage(view)) : null}
            next={data.nextCursor === null ? null : viewHref(nextPage(view, data.nextCursor))}
          />
        ) : null}
      </PageBody>
    </DeskPanes>
  );
}

function summaryOf(total: { count: number; ready: number; more: boolean }): string {
  const events = totalWords(total, "event");
  // Of more than are counted, a number of ready ones would say nothing.
  return total.more ? events : `${events}, ${total.ready} ready`;
}

function Nothing({ view, onClear }: { view: ReadinessView; onClear: () => void }) {
  if (isNarrowed(view)) return <NothingMatches what="events" onClear={onClear} />;
  if (view.range !== "all") {
    return (
      <EmptyState
        title="No events in this time"
        action={<ButtonLink href={viewHref({ range: "all" })}>Show all that is ahead</ButtonLink>}
      >
        {`The matrix shows: ${rangeWords[view.range].toLowerCase()}.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No events ahead"
      action={<ButtonLink href="/admin/bookings">Open the bookings</ButtonLink>}
    >
      Each date of a booking becomes an event when you approve it.
    </EmptyState>
  );
}
