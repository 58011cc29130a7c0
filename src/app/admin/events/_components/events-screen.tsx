"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarDays } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useSelection } from "@/app/admin/_components/use-selection";
import { useIsWide } from "@/app/admin/bookings/_components/use-is-wide";
import { problemOf } from "@/components/form/problem-of";
import { useListKeys } from "@/components/keyboard/use-list-keys";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { PanelError } from "@/components/ui/error-state";
import { Pager } from "@/components/ui/pager";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { BulkAssign } from "./bulk-assign";
import { type EventRow, eventColumns } from "./event-columns";
import { EventPane } from "./event-pane";
import { totalWords } from "@/values/count-words";
import { EventsEmpty } from "./events-empty";
import { EventsFilters } from "./events-filters";
import { listInputOf, nextPage, previousPage, rowsPerPage, viewHref } from "./events-view";
import { useEventsView } from "./use-events-view";

const eventIdOf = (row: EventRow) => row.id;

/** All events by their start, with the open one beside the list. */
export function EventsScreen({ now, timeZone }: { now: string; timeZone: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const isWide = useIsWide();
  const { view, filter, open, close } = useEventsView();
  const list = useQuery({
    ...trpc.events.list.queryOptions(listInputOf(view, now)),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  const selection = useSelection(rows, eventIdOf);
  const toPage = (row: EventRow | undefined) => {
    if (row) router.push(`/admin/events/${row.id}`);
  };
  const show = (row: EventRow | undefined) => {
    if (row && isWide) open(row.id);
    else toPage(row);
  };
  const keys = useListKeys({
    count: rows.length,
    idOf: (index) => rows[index]?.id,
    // The record beside the list follows the cursor.
    onMove: (index) => {
      if (view.open !== null) show(rows[index]);
    },
    onOpen: (index) => toPage(rows[index]),
    onPeek: (index) => show(rows[index]),
    onSelect: (index) => {
      const row = rows[index];
      if (row) selection.toggle(row.id, false);
    },
    onEscape: () => {
      if (view.open === null) selection.clear();
    },
  });
  return (
    <DeskPanes
      pane={
        view.open === null ? null : (
          <EventPane
            key={view.open}
            eventId={view.open}
            closeHref={viewHref({ ...view, open: null })}
            onClose={close}
            now={now}
            timeZone={timeZone}
          />
        )
      }
    >
      <div className="flex min-h-dvh flex-col">
        <div className="flex-1">
          <PageBody>
            <PageHeader
              title="Events"
              actions={
                <ButtonLink href="/admin/calendar" icon={<CalendarDays />}>
                  Calendar
                </ButtonLink>
              }
            />
            <EventsFilters
              view={view}
              onFilter={filter}
              summary={list.data && totalWords(list.data.total, "event")}
              bookingNumber={rows[0]?.booking.number}
            />
            <Card isFlush className={list.isPlaceholderData ? "opacity-60" : ""}>
              {list.data === undefined && list.error ? (
                <PanelError
                  what="The list of events"
                  reference={problemOf(list.error).requestId}
                  onRetry={() => void list.refetch()}
                />
              ) : list.data === undefined ? (
                <SkeletonRows rows={12} label="Loading events" />
              ) : rows.length === 0 ? (
                <EventsEmpty view={view} onFilter={filter} />
              ) : (
                <DataTable
                  label="Events"
                  columns={eventColumns(view, now)}
                  rows={rows}
                  rowId={eventIdOf}
                  rowName={(row) => `EV-${row.number} ${row.title}`}
                  rowHref={(row) => `/admin/events/${row.id}` as Route}
                  onOpen={(row) => {
                    keys.setCursor(rows.indexOf(row));
                    show(row);
                  }}
                  openId={view.open}
                  cursorId={keys.cursor === null ? null : (rows[keys.cursor]?.id ?? null)}
                  selection={{
                    selected: selection.ids,
                    onToggle: selection.toggle,
                    onToggleAll: selection.toggleAll,
                  }}
                />
              )}
            </Card>
            {list.data && rows.length > 0 ? (
              <Pager
                from={(view.page - 1) * rowsPerPage + 1}
                to={(view.page - 1) * rowsPerPage + rows.length}
                total={totalWords(list.data.total, "event")}
                previous={view.after.length > 0 ? viewHref(previousPage(view)) : null}
                next={list.data.nextCursor === null ? null : viewHref(nextPage(view, list.data.nextCursor))}
              />
            ) : null}
          </PageBody>
        </div>
        <BulkAssign selected={selection.rows} onClear={selection.clear} now={now} />
      </div>
    </DeskPanes>
  );
}
