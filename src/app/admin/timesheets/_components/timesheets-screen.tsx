"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useSelection } from "@/app/admin/_components/use-selection";
import { problemOf } from "@/components/form/problem-of";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { ApproveBar } from "./approve-bar";
import { ExportLink } from "./export-link";
import { timesheetColumns } from "./timesheet-columns";
import { PeriodTabs, TimesheetFilters } from "./timesheet-filters";
import type { Timesheet } from "./timesheet-line";
import { TimesheetSummary } from "./timesheet-summary";
import { TimesheetsEmpty } from "./timesheets-empty";
import {
  inputOf,
  periodOf,
  rowsPerPage,
  type TimesheetsView,
  viewHref,
  viewParsers,
} from "./timesheets-view";

/** Everybody's hours of a period: what has to be confirmed, corrected and approved, and the file for who pays. */
export function TimesheetsScreen({ now }: { now: string }) {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates(viewParsers);
  const period = periodOf(view, now);
  const sheet = useQuery({
    ...trpc.staffing.timesheet.queryOptions(inputOf(view, now)),
    placeholderData: keepPreviousData,
  });
  const filter = (part: Partial<TimesheetsView>) => void setView({ page: 1, ...part }, { history: "push" });
  const problem = sheet.error === null ? null : problemOf(sheet.error);
  const lines = sheet.data?.lines ?? [];
  return (
    <PageBody>
      <PageHeader title="Timesheets" actions={<ExportLink view={view} now={now} />} />
      <PeriodTabs view={view} period={period} now={now} />
      <TimesheetFilters
        view={view}
        period={period}
        personName={lines.find(({ person }) => person.id === view.person)?.person.name ?? null}
        onFilter={filter}
        summary={sheet.data && counted(lines.length, "shift")}
      />
      {problem?.code === "INVALID" ? (
        <Notice tone="caution" title="This period cannot be shown" role="alert">
          {problem.message}
        </Notice>
      ) : sheet.data ? (
        <Sheet sheet={sheet.data} view={view} now={now} isOld={sheet.isPlaceholderData} onFilter={filter} />
      ) : problem ? (
        <PanelError what="The timesheet" reference={problem.requestId} onRetry={() => void sheet.refetch()} />
      ) : (
        <Card isFlush>
          <SkeletonRows rows={8} label="Loading the timesheet" />
        </Card>
      )}
    </PageBody>
  );
}

interface SheetProps {
  sheet: Timesheet;
  view: TimesheetsView;
  now: string;
  /** While another period is on its way. */
  isOld: boolean;
  onFilter: (part: Partial<TimesheetsView>) => void;
}

function Sheet({ sheet, view, now, isOld, onFilter }: SheetProps) {
  const { lines, isCut } = sheet;
  const first = (view.page - 1) * rowsPerPage;
  const rows = lines.slice(first, first + rowsPerPage);
  const selection = useSelection(rows, ({ assignmentId }) => assignmentId);
  if (lines.length === 0) return <TimesheetsEmpty view={view} onFilter={onFilter} />;
  return (
    <>
      {isCut ? (
        <Notice tone="caution" title="There are more shifts than fit here">
          Choose a shorter period to see and export all of them.
        </Notice>
      ) : null}
      <TimesheetSummary sheet={sheet} />
      <Card isFlush className={isOld ? "opacity-60" : ""}>
        <DataTable
          label="Timesheet"
          columns={timesheetColumns(now)}
          rows={rows}
          rowId={({ assignmentId }) => assignmentId}
          rowName={({ person, date }) => `${person.name}, ${date}`}
          selection={{
            selected: selection.ids,
            onToggle: selection.toggle,
            onToggleAll: selection.toggleAll,
          }}
        />
      </Card>
      <ApproveBar selected={selection.rows} onClear={selection.clear} />
      {lines.length > rowsPerPage ? (
        <Pager
          from={first + 1}
          to={first + rows.length}
          total={counted(lines.length, "shift")}
          previous={view.page > 1 ? viewHref({ ...view, page: view.page - 1 }) : null}
          next={first + rows.length < lines.length ? viewHref({ ...view, page: view.page + 1 }) : null}
        />
      ) : null}
    </>
  );
}
