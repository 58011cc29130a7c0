"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { ExportMenu } from "./export-menu";
import { LogEntryPane } from "./log-entry-pane";
import { LogFilters, type TypesByCategory } from "./log-filters";
import { LogTable } from "./log-table";
import { logHref, logParsers, type LogView, RANGE_LABELS, searchOf } from "./log-view";
import { NewEntries } from "./new-entries";

const NO_FILTERS = { type: null, id: null, before: null } as const;

/** The log: filters, the newest facts, the open one beside them (U-45). */
export function LogScreen(props: { readonly typesByCategory: TypesByCategory; readonly now: string }) {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates(logParsers, { shallow: true, history: "push" });
  const search = useQuery({
    ...trpc.log.search.queryOptions(searchOf(view)),
    placeholderData: keepPreviousData,
    // The list stands still while it is read; what is new waits behind its count.
    refetchOnWindowFocus: false,
  });
  const clear = () => void setView(NO_FILTERS);
  const pane = view.open === "" ? null : <LogEntryPane id={view.open} view={view} now={props.now} />;
  return (
    <DeskPanes pane={pane}>
      <PageBody>
        <PageHeader
          title="Log"
          meta={`${RANGE_LABELS[view.range]}, newest first. Times in UTC. Personal fields are masked.`}
          actions={<ExportMenu filter={searchOf({ ...view, before: "" })} />}
        />
        <LogFilters
          view={view}
          typesByCategory={props.typesByCategory}
          onChange={(change) => void setView({ ...change, before: null })}
          onClear={view.type === "" && view.id === "" ? undefined : clear}
        />
        <NewEntries
          view={view}
          onShow={() => {
            void setView({ before: null });
            void search.refetch();
          }}
        />
        {search.isError ? <PanelError what="The log" onRetry={() => void search.refetch()} /> : null}
        {search.isPending ? <SkeletonRows rows={12} /> : null}
        {search.data ? <Found found={search.data} view={view} onClear={clear} /> : null}
      </PageBody>
    </DeskPanes>
  );
}

interface FoundProps {
  readonly found: RouterOutputs["log"]["search"];
  readonly view: LogView;
  readonly onClear: () => void;
}

function Found({ found, view, onClear }: FoundProps) {
  if (found.lines.length === 0) return <NothingFound found={found} view={view} onClear={onClear} />;
  const { next } = found;
  return (
    <>
      <Card isFlush>
        <LogTable lines={found.lines} view={view} />
      </Card>
      <nav aria-label="Pages" className="flex justify-end gap-2">
        {view.before === "" ? null : <ButtonLink href={logHref(view, { before: "" })}>Newest</ButtonLink>}
        {next === null ? null : (
          <ButtonLink href={logHref(view, { before: `${next.recordedAt}_${next.position}` })}>
            Older
          </ButtonLink>
        )}
      </nav>
    </>
  );
}

function NothingFound({ found, view, onClear }: FoundProps) {
  if (found.found === "nothing") {
    return (
      <EmptyState title={`The log holds nothing about “${view.id}”`}>
        It may have expired, or it is no id and no number like BK-1042.
      </EmptyState>
    );
  }
  if (view.type !== "" || view.id !== "") return <NothingMatches what="log entries" onClear={onClear} />;
  return <EmptyState title="No log entries in this time">Choose a longer time to see older ones.</EmptyState>;
}
