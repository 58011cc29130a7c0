"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useIsWide } from "@/app/admin/bookings/_components/use-is-wide";
import { problemOf } from "@/components/form/problem-of";
import { useListKeys } from "@/components/keyboard/use-list-keys";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { SearchBox } from "@/components/search-box";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { FilterBar } from "@/components/ui/filter-chips";
import { Pager } from "@/components/ui/pager";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { totalWords } from "@/values/count-words";
import { type VenueRow, venueColumns } from "./venue-columns";
import { VenuePane } from "./venue-pane";
import {
  firstPage,
  listInputOf,
  nextPage,
  previousPage,
  rowsPerPage,
  venueHref,
  viewHref,
  viewParsers,
} from "./venues-view";

/** All venues by name, with the open one beside the list. */
export function VenuesScreen({ now }: { now: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const isWide = useIsWide();
  const [view, setView] = useQueryStates(viewParsers);
  const search = (q: string) => void setView({ ...firstPage, q }, { history: "push" });
  const list = useQuery({
    ...trpc.locations.list.queryOptions(listInputOf(view)),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  const toPage = (row: VenueRow | undefined) => {
    if (row) router.push(venueHref(row.id));
  };
  const show = (row: VenueRow | undefined) => {
    if (!row || !isWide) return toPage(row);
    // Going on to the next one adds no step to the way back.
    const history = view.open === null ? "push" : "replace";
    void setView({ open: row.id }, { history, scroll: false });
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
  });
  return (
    <DeskPanes
      pane={
        view.open === null ? null : (
          <VenuePane
            key={view.open}
            venueId={view.open}
            closeHref={viewHref({ ...view, open: null })}
            onClose={() => void setView({ open: null }, { history: "push", scroll: false })}
            now={now}
          />
        )
      }
    >
      <PageBody>
        <PageHeader title="Venues" />
        <FilterBar {...(list.data && { summary: totalWords(list.data.total, "venue") })}>
          <SearchBox
            label="Find venues by name or city"
            placeholder="Name or city"
            words={view.q}
            onSearch={search}
          />
        </FilterBar>
        <Card isFlush className={list.isPlaceholderData ? "opacity-60" : ""}>
          {list.data === undefined && list.error ? (
            <PanelError
              what="The list of venues"
              reference={problemOf(list.error).requestId}
              onRetry={() => void list.refetch()}
            />
          ) : list.data === undefined ? (
            <SkeletonRows rows={12} label="Loading venues" />
          ) : rows.length === 0 ? (
            <Nothing isNarrowed={view.q !== ""} onClear={() => search("")} />
          ) : (
            <DataTable
              label="Venues"
              columns={venueColumns(now)}
              rows={rows}
              rowId={(row) => row.id}
              rowHref={(row) => venueHref(row.id)}
              onOpen={(row) => {
                keys.setCursor(rows.indexOf(row));
                show(row);
              }}
              openId={view.open}
              cursorId={keys.cursor === null ? null : (rows[keys.cursor]?.id ?? null)}
            />
          )}
        </Card>
        {list.data && rows.length > 0 ? (
          <Pager
            from={(view.page - 1) * rowsPerPage + 1}
            to={(view.page - 1) * rowsPerPage + rows.length}
            total={totalWords(list.data.total, "venue")}
            previous={view.after.length > 0 ? viewHref(previousPage(view)) : null}
            next={list.data.nextCursor === null ? null : viewHref(nextPage(view, list.data.nextCursor))}
          />
        ) : null}
      </PageBody>
    </DeskPanes>
  );
}

function Nothing({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  if (isNarrowed) return <NothingMatches what="venues" onClear={onClear} />;
  return (
    <EmptyState title="The places where your events are belong here">
      A venue is added to the directory once; bookings then choose it.
    </EmptyState>
  );
}
