"use client";

import { useMutation } from "@tanstack/react-query";
import { useRefreshEvents } from "@/app/admin/_components/assign/use-refresh-events";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";

export interface AcknowledgeButtonProps {
  eventId: string;
  issueId: string;
  /** `EV-221`, for screen readers. */
  code: string;
}

/** Says that the desk knows of the issue; what was refused shows below. */
export function AcknowledgeButton({ eventId, issueId, code }: AcknowledgeButtonProps) {
  const trpc = useTRPC();
  const refresh = useRefreshEvents();
  const keyFor = useFreshKey();
  const acknowledge = useMutation(
    trpc.events.acknowledgeIssue.mutationOptions({ onSettled: () => refresh() }),
  );
  const send = () => {
    const wish = { eventId, issueId };
    acknowledge.mutate({ ...wish, idempotencyKey: keyFor(wish) });
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button
        aria-label={`Acknowledge the issue of ${code}`}
        isPending={acknowledge.isPending}
        onClick={send}
      >
        Acknowledge
      </Button>
      <FormProblem problem={acknowledge.error ? problemOf(acknowledge.error) : null} />
    </div>
  );
}
