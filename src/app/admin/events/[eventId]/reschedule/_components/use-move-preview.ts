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

/** The wall clock that the two fields name, `YYYY-MM-DDTHH:mm`; null while they name none that the server takes. */
export function newDateOf({ newDay, newTime }: WantedStart): string | null {
  const newDate = `${newDay}T${newTime}`;
  return isLocalDateTime(newDate) && newDate >= "1900" && newDate < "2200" ? newDate : null;
}

/** What a move to this start would do; the last answer stays while the next one is on its way. */
export function useMovePreview(eventId: string, newDate: string | null) {
  const trpc = useTRPC();
  const isAsked = newDate !== null;
  return useQuery({
    ...trpc.events.previewReschedule.queryOptions({ eventId, newDate: newDate ?? "" }),
    enabled: isAsked,
    ...(isAsked && { placeholderData: keepPreviousData }),
    staleTime: 0,
  });
}
