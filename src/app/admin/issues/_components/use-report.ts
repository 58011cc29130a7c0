"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useAct } from "@/app/admin/_components/use-act";
import { useTRPC } from "@/trpc/client";
import { type ReportAnswers, reportWish } from "./report-wish";

/** Reports a problem of the chosen event or of its venue; throws what the server refuses. */
export function useReport() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const ofEvent = useAct(trpc.events.reportIssue.mutationOptions());
  const ofVenue = useAct(trpc.locations.reportIssue.mutationOptions());
  return async ({ eventId, ...answers }: ReportAnswers & { readonly eventId: string }): Promise<void> => {
    const event = await queryClient.fetchQuery(trpc.events.byId.queryOptions({ eventId }));
    const wish = reportWish(answers, { eventId, locationId: event.venue.id });
    await (wish.to === "event" ? ofEvent.send(wish.input) : ofVenue.send(wish.input));
  };
}
