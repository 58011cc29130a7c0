"use client";

import { ReasonDialog } from "@/app/admin/_components/reason-dialog";
import { useAct } from "@/app/admin/_components/use-act";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { VenueDialogProps } from "./event-venue";

/** Takes a confirmation back: the event is no longer ready then. */
export function RevokeVenueDialog({ venue, isOpen, onOpenChange }: VenueDialogProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const revoke = useAct(trpc.locations.revokeConfirmation.mutationOptions());
  const { eventId, locationId, name, code } = venue;
  return (
    <ReasonDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Take back the confirmation of ${name}`}
      description={`${code} is not ready any more until the venue is confirmed again.`}
      hint="It stands where the confirmation stood."
      verbs={{ act: "Take it back", leave: "Keep it confirmed" }}
      isDanger
      onSend={async (reason) => {
        await revoke.send({ eventId, locationId, reason });
        toasts.success(`${name} is not confirmed for ${code} any more.`, code);
      }}
    />
  );
}
