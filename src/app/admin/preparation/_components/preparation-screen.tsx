"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import type { Route } from "next";
import { useQueryStates } from "nuqs";
import { leaveBy } from "@/components/form/leaving";
import { problemOf } from "@/components/form/problem-of";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DataTable } from "@/components/ui/data-table";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { listInputOf, NEW, type PreparationView, viewHref, viewParsers } from "./preparation-view";
import { type TemplateRow, templateColumns } from "./template-columns";
import { TemplatePane } from "./template-pane";

/** The tasks that preparations begin with, by kind of activity, with the open template beside the list. */
export function PreparationScreen() {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates(viewParsers);
  const list = useQuery({
    ...trpc.preparationTemplates.list.queryOptions(listInputOf(view)),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  const change = (part: Partial<PreparationView>) =>
    void setView(part, { history: view.open === null ? "push" : "replace", scroll: false });
  // Whoever writes in an open template is asked before it goes.
  const show = (open: string | null) =>
    leaveBy({
      go: () => {
        change({ open });
        return true;
      },
    });
  return (
    <DeskPanes
      pane={
        view.open === null ? null : (
          <TemplatePane
            key={view.open}
            template={templateOf(view.open, rows)}
            isLoading={list.data === undefined}
            closeHref={viewHref({ ...view, open: null })}
            onClose={() => show(null)}
            onSaved={(recordId) => change({ open: recordId })}
          />
        )
      }
    >
      <PageBody>
        <PageHeader
          title="Preparation templates"
          meta="The tasks that the preparation of an event begins with. A change is for events whose preparation begins later."
          actions={
            <Button variant="primary" icon={<Plus />} onClick={() => show(NEW)}>
              Add template
            </Button>
          }
        />
        <Checkbox
          label="Show archived templates"
          checked={view.archived}
          onChange={(event) => change({ archived: event.target.checked })}
        />
        <Card isFlush className={list.isPlaceholderData ? "opacity-60" : ""}>
          {list.data === undefined && list.error ? (
            <PanelError
              what="The list of templates"
              reference={problemOf(list.error).requestId}
              onRetry={() => void list.refetch()}
            />
          ) : list.data === undefined ? (
            <SkeletonRows rows={6} label="Loading templates" />
          ) : (
            <DataTable
              label="Preparation templates"
              columns={templateColumns}
              rows={rows}
              rowId={(row) => row.id}
              rowHref={(row) => viewHref({ ...view, open: row.id }) as Route}
              onOpen={(row) => show(row.id)}
              openId={view.open}
            />
          )}
        </Card>
        {list.data?.isMore ? (
          <p className="text-cell text-muted">{`The first ${rows.length} templates are shown.`}</p>
        ) : null}
      </PageBody>
    </DeskPanes>
  );
}

function templateOf(open: string, rows: readonly TemplateRow[]): TemplateRow | null | undefined {
  return open === NEW ? null : rows.find((row) => row.id === open);
}
