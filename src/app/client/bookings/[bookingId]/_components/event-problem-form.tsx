"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ProblemForm } from "@/components/problem/problem-form";
import { useTRPC, useTRPCClient } from "@/trpc/client";

const SIDES = [
  { value: "venue", label: "The place" },
  { value: "staff", label: "The people" },
  { value: "kit", label: "The material" },
  { value: "logistics", label: "Set-up" },
  { value: "other", label: "Something else" },
] as const;

export interface EventProblemFormProps {
  event: { readonly eventId: string; readonly number: number };
  onDone: () => void;
}

/** What a client finds wrong with an event of theirs. */
export function EventProblemForm({ event: { eventId, number }, onDone }: EventProblemFormProps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  return (
    <ProblemForm
      label={`Report a problem at EV-${number}`}
      sides={SIDES}
      refresh={() => queryClient.invalidateQueries(trpc.bookings.pathFilter())}
      report={({ about, ...problem }) =>
        client.events.reportIssue.mutate({
          ...problem,
          eventId,
          issueType: about,
        })
      }
      onDone={onDone}
    />
  );
}
