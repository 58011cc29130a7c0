"use client";

import { AskDialog } from "@/app/admin/_components/ask-dialog";
import { ReasonDialog } from "@/app/admin/_components/reason-dialog";
import { useAct } from "@/app/admin/_components/use-act";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { startLacks } from "@/components/event-start";
import { Notice } from "@/components/ui/notice";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";

export interface EventDialogProps {
  event: EventRecord;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Starts the event; one that is not ready only with a reason, after what is missing (rule 46). */
export function StartDialog({ event, isOpen, onOpenChange }: EventDialogProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const start = useAct(trpc.events.start.mutationOptions());
  const code = `EV-${event.number}`;
  const send = async (reason: string | null) => {
    const { id, version } = event;
    await start.send({ eventId: id, version, ...(reason !== null && { override: { reason } }) });
    toasts.success(`${code} has started.`, code);
  };
  const lacks = startLacks(event);
  if (lacks.length === 0) {
    return (
      <AskDialog
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        title={`Start ${code}`}
        description="The start is recorded as now. The planned times stay beside it."
        verbs={{ act: "Start event", leave: "Not yet" }}
        onSend={() => send(null)}
      />
    );
  }
  return (
    <ReasonDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Start ${code} although it is not ready`}
      description="The start is recorded as now, with your reason and what was missing."
      effects={
        <Notice tone="caution" title="Missing now">
          <ul>
            {lacks.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      }
      label="Why it starts all the same"
      verbs={{ act: "Start event", leave: "Not yet" }}
      onSend={send}
    />
  );
}
