"use client";

import { useQuery } from "@tanstack/react-query";
import { problemOf } from "@/components/form/problem-of";
import { Dialog } from "@/components/ui/dialog";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { VenueTime } from "@/components/venue-time";
import { useTRPC } from "@/trpc/client";
import { AssignForm } from "./assign-form";

export interface AssignDialogProps {
  eventId: string;
  /** Already chosen, as by a drag onto their lane. */
  managerId: string | null;
  onClose: () => void;
  now: string;
}

/** Gives one event to a field manager, with what stands against it before it is saved. */
export function AssignDialog({ eventId, managerId, onClose, now }: AssignDialogProps) {
  const trpc = useTRPC();
  const event = useQuery({ ...trpc.events.byId.queryOptions({ eventId }), staleTime: 0 });
  const choices = useQuery({ ...trpc.events.managerChoices.queryOptions({ eventId }), staleTime: 0 });
  const error = event.error ?? choices.error;
  const { data } = event;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={data ? `Assign EV-${data.number} ${data.title}` : "Assign the event"}
      description={
        data && (
          <>
            <VenueTime startsAt={data.startsAt} endsAt={data.endsAt} timeZone={data.timeZone} now={now} />
            {`. ${data.venue.name}. `}
            {data.manager === null ? "Nobody has it yet." : `${data.manager.name} has it now.`}
          </>
        )
      }
    >
      {error ? (
        <PanelError
          what="The list of managers"
          reference={problemOf(error).requestId}
          onRetry={() => void Promise.all([event.refetch(), choices.refetch()])}
        />
      ) : data && choices.data ? (
        <AssignForm event={data} choices={choices.data} managerId={managerId} onClose={onClose} now={now} />
      ) : (
        <SkeletonRows rows={4} label="Loading the managers" />
      )}
    </Dialog>
  );
}
