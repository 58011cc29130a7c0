"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { type RouterOutputs, useTRPC } from "@/trpc/client";

export type VenueChoice = RouterOutputs["directory"]["choices"]["venues"][number];

/** Venues that match the words, with the picked ones always among them. */
export function useVenueChoices(words: string, pickedIds: readonly string[]) {
  const trpc = useTRPC();
  const q = useDeferredValue(words.trim());
  const withIds = pickedIds.filter((id) => id !== "");
  return useQuery({
    ...trpc.directory.choices.queryOptions({ ...(q !== "" && { q }), withIds }),
    placeholderData: keepPreviousData,
  });
}
