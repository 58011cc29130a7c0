"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useQueryStates } from "nuqs";
import { KitsTabs } from "@/app/admin/kits/_components/kits-tabs";
import { problemOf } from "@/components/form/problem-of";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PanelError } from "@/components/ui/error-state";
import { NativeSelect } from "@/components/ui/native-select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { formatDate } from "@/values/format-time";
import { BoardTable } from "./board-table";
import { boardInputOf, daysOf, stepped, viewHref, viewParsers } from "./board-view";

/** Every kit over two weeks: where it is to be, and which needs still wait for one. */
export function BoardScreen({ now, today }: { now: string; today: string }) {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates(viewParsers);
  const board = useQuery({
    ...trpc.kits.board.queryOptions(boardInputOf(view, today)),
    placeholderData: keepPreviousData,
  });
  const days = daysOf(view, today);
  const spell = (day: string | undefined) =>
    day === undefined ? "" : formatDate(`${day}T12:00:00Z`, "UTC", now);
  return (
    <PageBody>
      <PageHeader title="Kit board" />
      <KitsTabs current="Board" />
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-title tabular-nums max-sm:basis-full">
          {`${spell(days[0])} to ${spell(days.at(-1))}`}
        </h2>
        <label className="flex items-center gap-2 text-cell">
          Kind
          <NativeSelect
            placeholder="All kinds"
            options={board.data?.templates.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={view.template ?? ""}
            onChange={({ target: { value } }) =>
              void setView({ template: value === "" ? null : value }, { history: "push" })
            }
          />
        </label>
        {view.on === null ? null : <ButtonLink href={viewHref({ ...view, on: null })}>Today</ButtonLink>}
        <ButtonLink href={viewHref(stepped(view, -1, today))} icon={<ChevronLeft />}>
          Previous
        </ButtonLink>
        <ButtonLink href={viewHref(stepped(view, 1, today))}>
          Next
          <ChevronRight />
        </ButtonLink>
      </div>
      {board.data ? (
        <div className={board.isPlaceholderData ? "opacity-60" : ""}>
          <BoardTable board={board.data} days={days} today={today} now={now} />
        </div>
      ) : board.error ? (
        <PanelError
          what="The kit board"
          reference={problemOf(board.error).requestId}
          onRetry={() => void board.refetch()}
        />
      ) : (
        <SkeletonRows rows={10} label="Loading the kit board" />
      )}
    </PageBody>
  );
}
