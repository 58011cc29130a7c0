"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { useTRPC } from "@/trpc/client";
import { type ReportAnswers, reportWish } from "./report-wish";

/** Reports a problem of the chosen event or of its venue; throws what the server refuses. */
export function useReport() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keyFor = useFreshKey();
  const ofEvent = useMutation(trpc.events.reportIssue.mutationOptions());
  const ofVenue = useMutation(trpc.locations.reportIssue.mutationOptions());
  return async ({ eventId, ...answers }: ReportAnswers & { readonly eventId: string }): Promise<void> => {
    const event = await queryClient.fetchQuery(trpc.events.byId.queryOptions({ eventId }));
    const wish = reportWish(answers, { eventId, locationId: event.venue.id });
    const idempotencyKey = keyFor(wish.input);
    await (wish.to === "event"
      ? ofEvent.mutateAsync({ ...wish.input, idempotencyKey })
      : ofVenue.mutateAsync({ ...wish.input, idempotencyKey }));
  };
}
