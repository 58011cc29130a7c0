"use client";

import { useState } from "react";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { countWords, timeWords } from "./filter-words";
import { ExportMenu } from "./export-menu";
import { LiveSwitch } from "./live-switch";
import { logColumns } from "./log-columns";
import { LogEntryPane } from "./log-entry-pane";
import { LogFilters } from "./log-filters";
import type { LogLook } from "./log-look";
import { LogTable } from "./log-table";
import { filterOf, logHref, queryOf } from "./log-view";
import { LookMenu } from "./look-menu";
import { NothingFound } from "./nothing-found";
import { SavedViews } from "./saved-views";
import { SelectedBar } from "./selected-bar";
import type { TypesByCategory } from "./type-filter";
import { useIsAtTop } from "./use-is-at-top";
import { useLogKeys } from "./use-log-keys";
import { useLogLines } from "./use-log-lines";
import { useLogSelection } from "./use-log-selection";
import { useLogView } from "./use-log-view";
import { ViewChanged } from "./view-changed";

export interface LogScreenProps {
  readonly typesByCategory: TypesByCategory;
  readonly firstLook: LogLook;
  readonly now: string;
}

/** The log: filters, what happened, newest first, the open entry beside it (U-45). */
export function LogScreen({ typesByCategory, firstLook, now }: LogScreenProps) {
  const { view, change, open, close, keep } = useLogView();
  const [look, setLook] = useState(firstLook);
  const [isLive, setIsLive] = useState(true);
  const [isHeld, setIsHeld] = useState(false);
  const isAtTop = useIsAtTop();
  const isMatrix = view.view === "matrix";
  const mayMove = isAtTop && !isHeld && view.open === "";
  const { search, lines, waiting, showWaiting, readAgain } = useLogLines({ view, isLive, mayMove });
  const first = search.data?.pages[0];
  const handlers = first?.handlers ?? [];
  const selection = useLogSelection();
  const keys = useLogKeys({
    lines,
    handlers: isMatrix ? handlers : [],
    openId: view.open,
    open,
    selection,
    onHold: setIsHeld,
  });
  const toTop = () => {
    keys.release();
    window.scrollTo({ top: 0 });
  };
  const total = first?.total ?? null;
  return (
    <DeskPanes
      pane={view.open === "" ? null : <LogEntryPane id={view.open} view={view} onClose={close} now={now} />}
    >
      <div className="flex min-h-dvh flex-col">
        <div className="flex-1">
          <PageBody>
            <PageHeader
              title="Log"
              meta={`${timeWords(view)}, newest first. Personal fields are masked.`}
              actions={
                <>
                  <SavedViews query={queryOf(view)} savedId={view.saved} onSaved={(saved) => keep(saved)} />
                  <LookMenu look={look} onChange={setLook} />
                  <ExportMenu filter={filterOf(view)} />
                </>
              }
            />
            <Tabs
              label="How the log is shown"
              items={[
                { label: "List", href: logHref(view, { view: "list" }), isCurrent: !isMatrix },
                { label: "By handler", href: logHref(view, { view: "matrix" }), isCurrent: isMatrix },
              ]}
            />
            <LogFilters
              view={view}
              typesByCategory={typesByCategory}
              handlers={handlers}
              actorName={lines.find(({ actorId }) => actorId === view.actor)?.actor}
              summary={
                total === null
                  ? undefined
                  : countWords(
                      total.isMore ? total : { ...total, count: Math.max(total.count, lines.length) },
                    )
              }
              onChange={change}
            />
            <ViewChanged query={queryOf(view)} savedId={view.saved} />
            <LiveSwitch
              isLive={isLive}
              waiting={waiting}
              onToggle={() => {
                setIsLive(!isLive);
                if (!isLive) void readAgain();
              }}
              onShow={() => {
                toTop();
                void showWaiting();
              }}
            />
            {search.isError ? <PanelError what="The log" onRetry={() => void search.refetch()} /> : null}
            {search.isPending ? <SkeletonRows rows={12} /> : null}
            {first && lines.length === 0 ? (
              <NothingFound found={first.found} view={view} onChange={change} />
            ) : null}
            {lines.length === 0 ? null : (
              <LogTable
                columns={logColumns({ look, handlers, isMatrix })}
                lines={lines}
                openId={view.open}
                cursor={{ row: keys.cursor, handler: keys.handler }}
                selected={selection.keys}
                hasMore={search.hasNextPage}
                isStale={search.isPlaceholderData}
                isMatrix={isMatrix}
                hrefOf={(id) => logHref(view, { open: id })}
                onOpen={keys.openAt}
                onSelect={keys.selectAt}
                onEnd={() => {
                  if (!search.isFetchingNextPage && !search.isPlaceholderData) void search.fetchNextPage();
                }}
              />
            )}
            <p role="status" className="text-center text-meta text-muted">
              {search.isFetchingNextPage ? "Loading older entries" : ""}
              {lines.length > 0 && !search.hasNextPage ? "No older entries in this time." : ""}
            </p>
          </PageBody>
        </div>
        <SelectedBar selection={selection} isMatrix={isMatrix} />
      </div>
    </DeskPanes>
  );
}
