"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { isLocalDateTime } from "@/values/civil";

export interface WantedStart {
  /** `YYYY-MM-DD`, or what could not be read. */
  readonly newDay: string;
  /** `HH:mm`, or what could not be read. */
  readonly newTime: string;
}

/** The wall clock that the two fields name; null while they name none. */
export function newDateOf({ newDay, newTime }: WantedStart): string | null {
  const newDate = `${newDay}T${newTime}`;
  return isLocalDateTime(newDate) ? newDate : null;
}

/** What a move to this start would do; the last answer stays while the next one is on its way. */
export function useMovePreview(eventId: string, wanted: WantedStart) {
  const trpc = useTRPC();
  const newDate = newDateOf(wanted);
  const isAsked = newDate !== null && newDate >= "1900" && newDate < "2200";
  return useQuery({
    ...trpc.events.previewReschedule.queryOptions({ eventId, newDate: newDate ?? "2000-01-01T00:00" }),
    enabled: isAsked,
    ...(isAsked && { placeholderData: keepPreviousData }),
    staleTime: 0,
  });
}
