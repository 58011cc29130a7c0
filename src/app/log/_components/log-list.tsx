"use client";

import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { logColumns } from "./log-columns";
import type { LogLook } from "./log-look";
import { LogTable } from "./log-table";
import { logHref, type LogView } from "./log-view";
import { NothingFound } from "./nothing-found";
import type { LogKeys } from "./use-log-keys";
import type { LogLines } from "./use-log-lines";
import type { LogSelection } from "./use-log-selection";

export interface LogListProps {
  readonly view: LogView;
  readonly found: LogLines;
  readonly look: LogLook;
  readonly keys: LogKeys;
  readonly selection: LogSelection;
  readonly onChange: (change: Partial<LogView>) => void;
}

/** The entries that were found, or why there are none. */
export function LogList({ view, found, look, keys, selection, onChange }: LogListProps) {
  const { search, lines, handlers, words } = found;
  const further = view.order === "oldest" ? "newer" : "older";
  const isMatrix = view.view === "matrix";
  if (search.isPending) return <SkeletonRows rows={12} />;
  return (
    <>
      {search.isError ? <PanelError what="The log" onRetry={() => void search.refetch()} /> : null}
      {search.data && lines.length === 0 ? (
        <NothingFound found={words} view={view} onChange={onChange} />
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
          order={view.order}
          onOrder={(order) => onChange({ order })}
          hrefOf={(id) => logHref(view, { open: id })}
          onOpen={keys.openAt}
          onSelect={keys.selectAt}
          onEnd={() => {
            if (!search.isFetchingNextPage && !search.isPlaceholderData) void search.fetchNextPage();
          }}
        />
      )}
      <p role="status" className="text-center text-meta text-muted empty:hidden">
        {search.isFetchingNextPage ? `Loading ${further} entries` : null}
        {lines.length > 0 && !search.hasNextPage ? `No ${further} entries in this time.` : null}
      </p>
    </>
  );
}
