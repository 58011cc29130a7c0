"use client";

import dynamic from "next/dynamic";
import { Button } from "@/components/ui/button";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import type { EventRecord } from "./event-facts";
import type { NamedRecord } from "./use-event-record";

const ConfirmVenueDialog = dynamic(
  () => import("@/app/admin/venues/_components/confirm-venue-dialog").then((part) => part.ConfirmVenueDialog),
  { ssr: false },
);
const RevokeVenueDialog = dynamic(
  () => import("@/app/admin/venues/_components/revoke-venue-dialog").then((part) => part.RevokeVenueDialog),
  { ssr: false },
);

/** Agrees on the venue, or takes that back, where the gate stands. */
export function VenueGateActs({ event, record }: { event: EventRecord; record: NamedRecord }) {
  const confirm = useLateDialog();
  const revoke = useLateDialog();
  const isOver = event.status === "completed" || event.status === "cancelled";
  if (isOver || !record.details) return null;
  const isConfirmed = record.details.confirmation?.holds === true;
  const venue = {
    eventId: event.id,
    locationId: event.venue.id,
    name: event.venue.name,
    code: `EV-${event.number}`,
    agreed: isConfirmed ? record.details.confirmation : null,
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant={isConfirmed ? "quiet" : "secondary"} onClick={confirm.open}>
        {isConfirmed ? "Change…" : "Confirm venue…"}
      </Button>
      {isConfirmed ? (
        <Button variant="quiet" onClick={revoke.open}>
          Take back…
        </Button>
      ) : null}
      {confirm.wasOpened ? <ConfirmVenueDialog venue={venue} {...confirm.dialog} /> : null}
      {revoke.wasOpened ? <RevokeVenueDialog venue={venue} {...revoke.dialog} /> : null}
    </div>
  );
}
