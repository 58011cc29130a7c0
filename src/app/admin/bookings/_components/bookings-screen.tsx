"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useSelection } from "@/app/admin/_components/use-selection";
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
import { type BookingRow, bookingColumns } from "./booking-columns";
import { BookingPane } from "./booking-pane";
import { BookingsEmpty } from "./bookings-empty";
import { BookingsFilters } from "./bookings-filters";
import { BookingsTabs } from "./bookings-tabs";
import { listInputOf, nextPage, previousPage, rowsPerPage, viewHref } from "./bookings-view";
import { BulkApproval } from "./bulk-approval";
import { totalWords } from "@/values/count-words";
import { useBookingsView } from "./use-bookings-view";
import { useIsWide } from "./use-is-wide";
import { bookingHref } from "./booking-href";

const bookingIdOf = (row: BookingRow) => row.bookingId;

/** The queue of bookings, what needs deciding first, with the open record beside it. */
export function BookingsScreen({ now, timeZone }: { now: string; timeZone: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const isWide = useIsWide();
  const { view, filter, open, close } = useBookingsView();
  const list = useQuery({
    ...trpc.bookings.list.queryOptions(listInputOf(view)),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  const selection = useSelection(rows, bookingIdOf);
  const toPage = (row: BookingRow | undefined) => {
    if (row) router.push(bookingHref(row.bookingId));
  };
  const show = (row: BookingRow | undefined) => {
    if (row && isWide) open(row.bookingId);
    else toPage(row);
  };
  const keys = useListKeys({
    count: rows.length,
    idOf: (index) => rows[index]?.bookingId,
    // The record beside the list follows the cursor.
    onMove: (index) => {
      if (view.open !== null) show(rows[index]);
    },
    onOpen: (index) => toPage(rows[index]),
    onPeek: (index) => show(rows[index]),
    onSelect: (index) => {
      const id = rows[index]?.bookingId;
      if (id !== undefined) selection.toggle(id, false);
    },
    onEscape: () => {
      if (view.open === null) selection.clear();
    },
  });
  return (
    <DeskPanes
      pane={
        view.open === null ? null : (
          <BookingPane
            key={view.open}
            bookingId={view.open}
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
              title="Bookings"
              actions={
                <ButtonLink variant="primary" href="/admin/bookings/new" icon={<Plus />}>
                  New booking
                </ButtonLink>
              }
            />
            <BookingsTabs view={view} />
            <BookingsFilters
              view={view}
              onFilter={filter}
              summary={list.data && totalWords(list.data.total, "booking")}
            />
            <Card isFlush className={list.isPlaceholderData ? "opacity-60" : ""}>
              {list.data === undefined && list.error ? (
                <PanelError
                  what="The list of bookings"
                  reference={problemOf(list.error).requestId}
                  onRetry={() => void list.refetch()}
                />
              ) : list.data === undefined ? (
                <SkeletonRows rows={12} label="Loading bookings" />
              ) : rows.length === 0 ? (
                <BookingsEmpty view={view} onFilter={filter} />
              ) : (
                <DataTable
                  label="Bookings"
                  columns={bookingColumns(view, now, timeZone)}
                  rows={rows}
                  rowId={(row) => row.bookingId}
                  rowName={(row) => `BK-${row.number} ${row.title}`}
                  rowHref={(row) => bookingHref(row.bookingId)}
                  onOpen={(row) => {
                    keys.setCursor(rows.indexOf(row));
                    show(row);
                  }}
                  openId={view.open}
                  cursorId={keys.cursor === null ? null : (rows[keys.cursor]?.bookingId ?? null)}
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
                total={totalWords(list.data.total, "booking")}
                previous={view.after.length > 0 ? viewHref(previousPage(view)) : null}
                next={list.data.nextCursor === null ? null : viewHref(nextPage(view, list.data.nextCursor))}
              />
            ) : null}
          </PageBody>
        </div>
        <BulkApproval selected={selection.rows} onClear={selection.clear} now={now} />
      </div>
    </DeskPanes>
  );
}
