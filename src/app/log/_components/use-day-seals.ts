"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { daysOf } from "./list-items";
import type { ListedLine } from "./merge-lines";

type DaySeal = RouterOutputs["log"]["seals"]["days"][number];

/** Days that are asked about at once; a list that reaches over more shows the others without a mark. */
const DAYS_MAX = 62;

/** How often sealing looks for what is new. */
const SEALING_MS = 10_000;

/** The seal of each day that the list has come to, by day. Without an answer the days stand unmarked. */
export function useDaySeals(lines: readonly ListedLine[]): ReadonlyMap<string, DaySeal> {
  const trpc = useTRPC();
  const dates = daysOf(lines).slice(0, DAYS_MAX);
  const seals = useQuery({
    ...trpc.log.seals.queryOptions({ days: 0, dates: [...dates] }),
    enabled: dates.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.days.some(({ standing }) => standing === "waiting") === true && SEALING_MS,
  });
  return new Map(seals.data?.days.map((seal) => [seal.day, seal]));
}
