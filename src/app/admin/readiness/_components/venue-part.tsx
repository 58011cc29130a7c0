"use client";

import { ConfirmVenueButton } from "@/app/admin/_components/confirm-venue-button";
import type { RouterOutputs } from "@/trpc/client";

/** Confirms the venue for the date that the event has now. */
export function VenuePart({ event }: { event: RouterOutputs["events"]["byId"] }) {
  const isConfirmed = event.readiness.some((item) => item.part === "venue" && item.isMet);
  if (isConfirmed || event.status === "completed" || event.status === "cancelled") return null;
  return (
    <ConfirmVenueButton
      eventId={event.id}
      locationId={event.venue.id}
      label={`Confirm ${event.venue.name}`}
      variant="primary"
    />
  );
}
