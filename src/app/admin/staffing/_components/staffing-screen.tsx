"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { problemOf } from "@/components/form/problem-of";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { SearchBox } from "@/components/search-box";
import { ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { useTRPC } from "@/trpc/client";
import { openSummary } from "./board-days";
import { ShownBoard } from "./shown-board";
import { StaffingFilters } from "./staffing-filters";
import {
  boardHref,
  boardInputOf,
  boardParsers,
  type BoardShow,
  type BoardView,
  conflictsHref,
  filterOf,
  isFiltered,
  noFilter,
  shows,
} from "./staffing-view";

const showWords: Readonly<Record<BoardShow, string>> = { day: "Day", week: "Week", fortnight: "Two weeks" };

export interface StaffingScreenProps {
  now: string;
  /** The reader's own date, `YYYY-MM-DD`. */
  today: string;
}

/** People by time, with what is open on top: who has what, what is in its way, and whom to ask for the rest. */
export function StaffingScreen({ now, today }: StaffingScreenProps) {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates(boardParsers);
  const narrow = (part: Partial<BoardView>) => void setView({ page: 1, ...part }, { history: "push" });
  const clear = () => narrow({ ...noFilter, q: "", conflicts: false });
  const board = useQuery({
    ...trpc.staffing.board.queryOptions(boardInputOf(view, today)),
    placeholderData: keepPreviousData,
  });
  const isNarrowed = isFiltered(view) || view.q !== "" || view.conflicts;
  return (
    <PageBody>
      <PageHeader
        title="Staffing"
        meta="Each shift stands in the days of its venue. Drag an open one onto a person, or ask from its menu: what speaks for and against them shows first."
        actions={
          <>
            <ButtonLink href={conflictsHref(filterOf(view))}>Conflicts</ButtonLink>
            <ButtonLink href="/admin/staffing/plan">Plan a week</ButtonLink>
          </>
        }
      />
      <Tabs
        label="Stretch of time"
        items={shows.map((show) => ({
          label: showWords[show],
          href: boardHref({ ...view, show, page: 1 }),
          isCurrent: show === view.show,
        }))}
      />
      <StaffingFilters
        filter={view}
        onFilter={narrow}
        onClear={isNarrowed ? clear : undefined}
        summary={board.data && openSummary(board.data.open, board.data.hasMoreOpen)}
      >
        <SearchBox
          label="Find people by name"
          placeholder="Name"
          words={view.q}
          onSearch={(q) => narrow({ q })}
        />
        <Checkbox
          label="Only conflicts"
          checked={view.conflicts}
          onChange={(event) => narrow({ conflicts: event.target.checked })}
        />
      </StaffingFilters>
      {board.data === undefined && board.error ? (
        <PanelError
          what="The board"
          reference={problemOf(board.error).requestId}
          onRetry={() => void board.refetch()}
        />
      ) : null}
      {board.isPending ? <SkeletonRows rows={14} label="Loading the board" /> : null}
      {board.data?.hasMoreOpen === true ? <MoreOpen /> : null}
      {board.data === undefined ? null : (
        <div className={board.isPlaceholderData ? "min-w-0 opacity-60" : "min-w-0"}>
          <ShownBoard
            board={board.data}
            view={view}
            now={now}
            today={today}
            {...(isNarrowed && { onClear: clear })}
          />
        </div>
      )}
    </PageBody>
  );
}

function MoreOpen() {
  return (
    <Notice tone="caution" title="Not all open shifts are shown">
      There are more than one page can draw. Choose fewer days, a role, a manager or a client.
    </Notice>
  );
}
