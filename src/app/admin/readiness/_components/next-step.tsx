"use client";

import { useMutation } from "@tanstack/react-query";
import { AssignButton } from "@/app/admin/_components/assign/assign-button";
import { useRefreshEvents } from "@/app/admin/_components/assign/use-refresh-events";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type RouterOutputs, useTRPC } from "@/trpc/client";

type EventRecord = RouterOutputs["events"]["byId"];

/** What has to happen before any part can be mended: a manager, and the start of the preparation. */
export function NextStep({ event, now }: { event: EventRecord; now: string }) {
  if (event.status === "scheduled" && event.can.assignManager) {
    return (
      <Notice
        tone="caution"
        title="Nobody has this event yet"
        actions={<AssignButton eventId={event.id} code={`EV-${event.number}`} now={now} />}
      >
        Its preparation begins with a field manager.
      </Notice>
    );
  }
  return event.can.startPreparation ? <StartPreparation event={event} /> : null;
}

function StartPreparation({ event }: { event: EventRecord }) {
  const trpc = useTRPC();
  const refresh = useRefreshEvents();
  const keyFor = useFreshKey();
  const start = useMutation(trpc.events.startPreparation.mutationOptions({ onSettled: () => refresh() }));
  const send = () => {
    const wish = { eventId: event.id, version: event.version };
    start.mutate({ ...wish, idempotencyKey: keyFor(wish) });
  };
  return (
    <Notice
      title="The preparation has not begun"
      actions={
        <Button isPending={start.isPending} onClick={send}>
          Start preparation
        </Button>
      }
    >
      It lays out the tasks from the template.
      <FormProblem problem={start.error ? problemOf(start.error) : null} />
    </Notice>
  );
}
