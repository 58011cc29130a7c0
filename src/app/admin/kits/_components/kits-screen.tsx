"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { useIsWide } from "@/app/admin/bookings/_components/use-is-wide";
import { problemOf } from "@/components/form/problem-of";
import { useListKeys } from "@/components/keyboard/use-list-keys";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { Pager } from "@/components/ui/pager";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { type KitRow, kitColumns } from "./kit-columns";
import { KitFilters } from "./kit-filters";
import { KitPane } from "./kit-pane";
import { KitsTabs } from "./kits-tabs";
import { labelsHref } from "./labels-href";
import {
  everything,
  firstPage,
  isNarrowed,
  kitHref,
  type KitsView,
  listInputOf,
  nextPage,
  previousPage,
  rowsPerPage,
  viewHref,
  viewParsers,
} from "./kits-view";

const KitDialog = dynamic(() => import("./kit-dialog").then((part) => part.KitDialog), { ssr: false });

/** All kits by code, with the open one beside the list. */
export function KitsScreen({ now, timeZone }: { now: string; timeZone: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const isWide = useIsWide();
  const [view, setView] = useQueryStates(viewParsers);
  const add = useLateDialog();
  const narrow = (part: Partial<KitsView>) => void setView({ ...firstPage, ...part }, { history: "push" });
  const list = useQuery({
    ...trpc.kits.list.queryOptions(listInputOf(view)),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  const toPage = (row: KitRow | undefined) => {
    if (row) router.push(kitHref(row.id));
  };
  const show = (row: KitRow | undefined) => {
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
          <KitPane
            key={view.open}
            kitId={view.open}
            closeHref={viewHref({ ...view, open: null })}
            onClose={() => void setView({ open: null }, { history: "push", scroll: false })}
            now={now}
            timeZone={timeZone}
          />
        )
      }
    >
      <PageBody>
        <PageHeader
          title="Kits"
          actions={
            <>
              <ButtonLink href={labelsHref({ template: view.template })}>Print labels</ButtonLink>
              <Button variant="primary" icon={<Plus />} onClick={add.open}>
                Add kit
              </Button>
            </>
          }
        />
        <KitsTabs current="Kits" />
        <KitFilters
          view={view}
          onNarrow={narrow}
          {...(list.data && { summary: counted(list.data.total, "kit") })}
        />
        <Card isFlush className={list.isPlaceholderData ? "opacity-60" : ""}>
          {list.data === undefined && list.error ? (
            <PanelError
              what="The list of kits"
              reference={problemOf(list.error).requestId}
              onRetry={() => void list.refetch()}
            />
          ) : list.data === undefined ? (
            <SkeletonRows rows={12} label="Loading kits" />
          ) : rows.length === 0 ? (
            <Nothing isNarrowed={isNarrowed(view)} onClear={() => narrow(everything)} onAdd={add.open} />
          ) : (
            <DataTable
              label="Kits"
              columns={kitColumns(now, timeZone)}
              rows={rows}
              rowId={(row) => row.id}
              rowHref={(row) => kitHref(row.id)}
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
            total={counted(list.data.total, "kit")}
            previous={view.after.length > 0 ? viewHref(previousPage(view)) : null}
            next={list.data.nextCursor === null ? null : viewHref(nextPage(view, list.data.nextCursor))}
          />
        ) : null}
      </PageBody>
      {add.wasOpened ? (
        <KitDialog
          kit={null}
          {...add.dialog}
          onSaved={(kitId) => {
            if (isWide) void setView({ open: kitId }, { history: "push", scroll: false });
            else router.push(kitHref(kitId));
          }}
        />
      ) : null}
    </DeskPanes>
  );
}

interface NothingProps {
  isNarrowed: boolean;
  onClear: () => void;
  onAdd: () => void;
}

function Nothing({ isNarrowed: isFiltered, onClear, onAdd }: NothingProps) {
  if (isFiltered) return <NothingMatches what="kits" onClear={onClear} />;
  return (
    <EmptyState title="Your kits belong here" action={<Button onClick={onAdd}>Add the first kit</Button>}>
      Each has a code on its label, a home and what its template says in it.
    </EmptyState>
  );
}
