"use client";

import { useMutation } from "@tanstack/react-query";
import { useRefreshEvents } from "@/app/admin/_components/assign/use-refresh-events";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { useTRPC } from "@/trpc/client";

export interface ConfirmVenueButtonProps {
  eventId: string;
  /** The venue that was looked at; another one by now is a conflict. */
  locationId: string;
  label: string;
  variant?: ButtonVariant;
}

/** Says that the venue is agreed for this event; what was refused shows below. */
export function ConfirmVenueButton({ eventId, locationId, label, variant }: ConfirmVenueButtonProps) {
  const trpc = useTRPC();
  const refresh = useRefreshEvents();
  const keyFor = useFreshKey();
  const confirm = useMutation(trpc.locations.confirm.mutationOptions({ onSettled: () => refresh() }));
  const send = () => {
    const wish = { eventId, locationId };
    confirm.mutate({ ...wish, idempotencyKey: keyFor(wish) });
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button {...(variant && { variant })} isPending={confirm.isPending} onClick={send}>
        {label}
      </Button>
      <FormProblem problem={confirm.error ? problemOf(confirm.error) : null} />
    </div>
  );
}
