"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useQueryStates } from "nuqs";
import { KitsTabs } from "@/app/admin/kits/_components/kits-tabs";
import { leaveBy } from "@/components/form/leaving";
import { problemOf } from "@/components/form/problem-of";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { kitTemplateColumns } from "./kit-template-columns";
import { KitTemplatePane } from "./kit-template-pane";
import { NEW, type TemplatesView, templatesHref, viewParsers } from "./templates-view";

/** The kinds of kits: what each holds, how many there are, how much they are used; the open one beside the list. */
export function KitTemplatesScreen() {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates(viewParsers);
  const list = useQuery({
    ...trpc.kits.templates.queryOptions({ includeArchived: view.archived }),
    placeholderData: keepPreviousData,
  });
  const usage = useQuery(trpc.reports.kitUtilisation.queryOptions({}));
  const shares = new Map(usage.data?.map(({ kitTemplateId, outShare }) => [kitTemplateId, outShare]));
  const rows = list.data ?? [];
  const change = (part: Partial<TemplatesView>) =>
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
          <KitTemplatePane
            key={view.open}
            open={view.open}
            closeHref={templatesHref({ ...view, open: null })}
            onClose={() => show(null)}
            onSaved={(recordId) => change({ open: recordId })}
          />
        )
      }
    >
      <PageBody>
        <PageHeader
          title="Kit templates"
          meta="What a kit of each kind holds. A change leaves the kits as they are; those that differ are listed until they are updated."
          actions={
            <Button variant="primary" icon={<Plus />} onClick={() => show(NEW)}>
              Add template
            </Button>
          }
        />
        <KitsTabs current="Templates" />
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
          ) : rows.length === 0 ? (
            <EmptyState
              title="Your kinds of kits belong here"
              action={<Button onClick={() => show(NEW)}>Add the first template</Button>}
            >
              A template says what each kit of its kind holds; bookings ask for kits by it.
            </EmptyState>
          ) : (
            <DataTable
              label="Kit templates"
              columns={kitTemplateColumns((id) => shares.get(id) ?? null)}
              rows={rows}
              rowId={(row) => row.id}
              rowHref={(row) => templatesHref({ ...view, open: row.id })}
              onOpen={(row) => show(row.id)}
              openId={view.open}
            />
          )}
        </Card>
      </PageBody>
    </DeskPanes>
  );
}
