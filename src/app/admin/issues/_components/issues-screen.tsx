"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { problemOf } from "@/components/form/problem-of";
import { useListKeys } from "@/components/keyboard/use-list-keys";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { PanelError } from "@/components/ui/error-state";
import { Pager } from "@/components/ui/pager";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { totalWords } from "@/values/count-words";
import { issueColumns } from "./issue-columns";
import { IssuePane } from "./issue-pane";
import { IssuesEmpty } from "./issues-empty";
import { IssuesFilters, IssuesTabs } from "./issues-filters";
import { listInputOf, nextPage, previousPage, rowsPerPage, viewHref } from "./issues-view";
import { useIssuesView } from "./use-issues-view";

const ReportDialog = dynamic(() => import("./report-dialog").then((part) => part.ReportDialog), {
  ssr: false,
});

/** The issues of all events, the worst first, with the open one beside the list. */
export function IssuesScreen({ now, timeZone }: { now: string; timeZone: string }) {
  const trpc = useTRPC();
  const { view, filter, open, close } = useIssuesView();
  const list = useQuery({
    ...trpc.issues.list.queryOptions(listInputOf(view)),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  const show = (index: number) => {
    const row = rows[index];
    if (row) open(row.id);
  };
  const keys = useListKeys({
    count: rows.length,
    idOf: (index) => rows[index]?.id,
    // The record beside the list follows the cursor.
    onMove: (index) => {
      if (view.open !== null) show(index);
    },
    onOpen: show,
  });
  return (
    <DeskPanes
      pane={
        view.open === null ? null : (
          <IssuePane
            key={view.open}
            issueId={view.open}
            closeHref={viewHref({ ...view, open: null })}
            onClose={close}
            now={now}
            timeZone={timeZone}
          />
        )
      }
    >
      <PageBody>
        <PageHeader title="Issues" actions={<ReportButton />} />
        <IssuesTabs view={view} />
        <IssuesFilters
          view={view}
          onFilter={filter}
          summary={list.data && totalWords(list.data.total, "issue")}
        />
        <Card isFlush className={list.isPlaceholderData ? "opacity-60" : ""}>
          {list.data === undefined && list.error ? (
            <PanelError
              what="The list of issues"
              reference={problemOf(list.error).requestId}
              onRetry={() => void list.refetch()}
            />
          ) : list.data === undefined ? (
            <SkeletonRows rows={8} label="Loading issues" />
          ) : rows.length === 0 ? (
            <IssuesEmpty view={view} onFilter={filter} />
          ) : (
            <DataTable
              label="Issues"
              columns={issueColumns(now, timeZone)}
              rows={rows}
              rowId={(row) => row.id}
              rowHref={(row) => viewHref({ ...view, open: row.id })}
              onOpen={(row) => {
                keys.setCursor(rows.indexOf(row));
                open(row.id);
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
            total={totalWords(list.data.total, "issue")}
            previous={view.after.length > 0 ? viewHref(previousPage(view)) : null}
            next={list.data.nextCursor === null ? null : viewHref(nextPage(view, list.data.nextCursor))}
          />
        ) : null}
      </PageBody>
    </DeskPanes>
  );
}

/** For what somebody tells the desk, such as on the phone. */
function ReportButton() {
  const [isOpen, setIsOpen] = useState(false);
  // The dialog stays once it was open: what was typed is kept.
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <>
      <Button
        icon={<CircleAlert />}
        onClick={() => {
          setWasOpened(true);
          setIsOpen(true);
        }}
      >
        Report an issue…
      </Button>
      {wasOpened ? <ReportDialog isOpen={isOpen} onOpenChange={setIsOpen} /> : null}
    </>
  );
}
