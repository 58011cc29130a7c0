"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { Issue } from "./issue-words";

/** Has what shows issues, and the events that they touch, ask again. */
export function useRefreshIssues(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.issues.pathFilter()),
      queryClient.invalidateQueries(trpc.events.pathFilter()),
    ]);
  };
}

/** Taking charge of an issue, so that nobody else is told again; what it throws shows in place. */
export function useAcknowledge({ id, event }: Pick<Issue, "id" | "event">) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshIssues();
  const acknowledge = useMutation(trpc.events.acknowledgeIssue.mutationOptions());
  const run = () => {
    const wish = { eventId: event.id, issueId: id };
    acknowledge.mutate(
      { ...wish, idempotencyKey: keyFor(wish) },
      {
        onSuccess: () => toasts.success(`You acknowledged the issue of EV-${event.number}.`, id),
        onSettled: () => void refresh(),
      },
    );
  };
  return { run, error: acknowledge.error, isPending: acknowledge.isPending };
}
