"use client";

import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { FoundTotal } from "./filter-words";
import { filterOf, type LogView, searchOf } from "./log-view";
import { type ListedLine, mergeLines } from "./merge-lines";
import { type TailedEntry, useLogTail } from "./use-log-tail";
import { useUnsettledLines } from "./use-unsettled-lines";

/** Entries that are fetched beside the pages at once; past that the list is read again. */
const BESIDE_MAX = 100;
const NO_ENTRIES: readonly TailedEntry[] = [];
const NO_LINES: readonly ListedLine[] = [];
const NO_HANDLERS: readonly string[] = [];

/** How soon a list by a handler's state is read again: entries come and go without being written. */
const STATES_MS = 5_000;

export interface LogLinesOptions {
  readonly view: LogView;
  /** False after "Pause": nothing is asked of the server until it goes on. */
  readonly isLive: boolean;
  /** True while new entries may move the list: it is at its top and nobody holds a row. */
  readonly mayMove: boolean;
}

export type LogLines = ReturnType<typeof useLogLines>;

/** The list of the log: its pages, what is committed meanwhile, and what waits to be shown. */
export function useLogLines({ view, isLive, mayMove }: LogLinesOptions) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const filter = filterOf(view);
  const key = JSON.stringify(filter);
  const isByState = view.state !== null;
  const search = useInfiniteQuery({
    ...trpc.log.search.infiniteQueryOptions(searchOf(view), {
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    // What is read again is what is on screen: deeper pages would be many requests.
    refetchInterval: ({ state }) =>
      isByState && isLive && mayMove && (state.data?.pages.length ?? 0) < 2 && STATES_MS,
  });
  const [beside, setBeside] = useState<{ readonly key: string; readonly lines: readonly ListedLine[] }>({
    key,
    lines: NO_LINES,
  });
  const [waiting, setWaiting] = useState<{
    readonly key: string;
    readonly entries: readonly TailedEntry[];
  }>({ key, entries: NO_ENTRIES });
  const besideNow = beside.key === key ? beside.lines : NO_LINES;
  const waitingNow = waiting.key === key ? waiting.entries : NO_ENTRIES;

  const putBeside = (lines: readonly ListedLine[]) =>
    setBeside((before) => ({ key, lines: latestOf(before.key === key ? before.lines : [], lines) }));
  const readAgain = async () => {
    setWaiting({ key, entries: NO_ENTRIES });
    setBeside({ key, lines: NO_LINES });
    // The first page stays until it is read anew; the others would be as many requests.
    queryClient.setQueryData(trpc.log.search.infiniteQueryKey(searchOf(view)), (data) =>
      data ? { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) } : data,
    );
    await search.refetch();
  };
  const show = async (entries: readonly TailedEntry[]) => {
    if (entries.length > BESIDE_MAX) return readAgain();
    const ids = entries.map(({ id }) => id);
    const lines = await client.log.lines.query({ ...filter, ids });
    putBeside(lines);
    setWaiting({ key, entries: NO_ENTRIES });
    return undefined;
  };
  useLogTail({
    filter,
    since: search.isPlaceholderData ? null : (search.data?.pages[0]?.tailFrom ?? null),
    isOn: isLive && !isByState && canFollow(view),
    onMissed: () => void readAgain(),
    onEntries: (entries) => {
      const all = unique([...waitingNow, ...entries], known(search.data?.pages, besideNow));
      setWaiting({ key, entries: all });
      // What cannot be fetched now waits behind its count.
      if (mayMove && all.length > 0) show(all).catch(() => undefined);
    },
  });

  const pages = search.data?.pages.flatMap((page) => page.lines) ?? NO_LINES;
  const lines = mergeLines(pages, besideNow, { hasMore: search.hasNextPage, order: view.order });
  useUnsettledLines({
    ids: lines
      .filter(isUnsettled)
      .slice(0, BESIDE_MAX)
      .map(({ id }) => id),
    filter,
    isOn: isLive && !isByState,
    after: beside,
    onLines: putBeside,
  });
  const first = search.data?.pages[0];
  return {
    search,
    lines,
    handlers: first?.handlers ?? NO_HANDLERS,
    /** What the words of the filter named. */
    words: first?.found ?? null,
    total: first?.total ? totalOf(first.total, lines.length) : null,
    waiting: waitingNow.length,
    showWaiting: () => show(waitingNow),
    readAgain,
  };
}

/** New entries come on top of the newest; into a time that has ended, or behind a last page, nothing comes. */
export function canFollow({ to, order }: Pick<LogView, "to" | "order">): boolean {
  return to === "" && order === "newest";
}

/** What came since the count was made is on the list as well. */
function totalOf(total: FoundTotal, listed: number): FoundTotal {
  return total.isMore ? total : { ...total, count: Math.max(total.count, listed) };
}

/** Entries that some handler is still to finish. */
function isUnsettled({ handlers }: ListedLine): boolean {
  return handlers.some(({ state }) => state === "due" || state === "running" || state === "retrying");
}

/** The later reading of each entry. */
function latestOf(before: readonly ListedLine[], now: readonly ListedLine[]): readonly ListedLine[] {
  return [...new Map([...before, ...now].map((line) => [line.id, line])).values()];
}

function known(
  pages: readonly { readonly lines: readonly ListedLine[] }[] | undefined,
  beside: readonly ListedLine[],
): ReadonlySet<string> {
  return new Set([...(pages ?? []).flatMap(({ lines }) => lines), ...beside].map(({ id }) => id));
}

function unique(entries: readonly TailedEntry[], without: ReadonlySet<string>): readonly TailedEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [...byId.values()].filter(({ id }) => !without.has(id));
}
