"use client";

import { useQuery } from "@tanstack/react-query";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { problemOf } from "@/components/form/problem-of";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { formatWindow } from "@/values/format-time";
import { AssignForm } from "./assign-form";
import { inOrder } from "./manager-order";
import type { EventDialogProps } from "./start-dialog";

/** Gives the event to a field manager, after what stands against each of them. */
export function AssignDialog(props: EventDialogProps & { now: string }) {
  const { event, isOpen, onOpenChange, now } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`${event.manager === null ? "Assign a manager to" : "Change the manager of"} EV-${event.number}`}
      description={`${formatWindow(event, event.timeZone, now)} · ${event.venue.name}. Whoever gets it is told.`}
    >
      <Choices event={event} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function Choices({ event, onClose }: { event: EventRecord; onClose: () => void }) {
  const trpc = useTRPC();
  const choices = useQuery({
    ...trpc.events.managerChoices.queryOptions({ eventId: event.id }),
    staleTime: 0,
  });
  if (choices.data === undefined) {
    if (choices.error === null) return <SkeletonRows rows={4} label="Looking at who is free" />;
    return (
      <PanelError
        what="Who is free"
        reference={problemOf(choices.error).requestId}
        onRetry={() => void choices.refetch()}
      />
    );
  }
  if (choices.data.length === 0) {
    return (
      <EmptyState title="There is no field manager to give it to">
        People with the role of a field manager stand here once they are in the directory.
      </EmptyState>
    );
  }
  return <AssignForm event={event} choices={inOrder(choices.data)} onClose={onClose} />;
}
