"use client";

import type { Route } from "next";
import { AssignButton } from "@/app/admin/_components/assign/assign-button";
import { ConfirmVenueButton } from "@/app/admin/_components/confirm-venue-button";
import { ButtonLink } from "@/components/ui/button";
import { AcknowledgeButton } from "./acknowledge-button";
import type { RadarItem } from "./radar-view";

/** What ends a risk: done in place where that is one press, else where it can be done. */
export function NextStep({ item, now }: { item: RadarItem; now: string }) {
  const { recordId, code } = item;
  switch (item.kind) {
    case "critical_issue":
      return item.issueId === null ? null : (
        <AcknowledgeButton eventId={recordId} issueId={item.issueId} code={code} />
      );
    case "no_manager":
      return <AssignButton eventId={recordId} code={code} now={now} />;
    case "venue_unconfirmed":
      return item.venue === null ? null : (
        <ConfirmVenueButton eventId={recordId} locationId={item.venue.id} label="Confirm venue" />
      );
    case "tasks_overdue":
      return (
        <ButtonLink href={`/admin/readiness?range=all&open=${recordId}` as Route}>See the tasks</ButtonLink>
      );
    case "decision_overdue":
      return <ButtonLink href={`/admin/bookings/${recordId}/decide` as Route}>{`Decide ${code}`}</ButtonLink>;
    case "not_started":
    case "not_completed":
      return <ButtonLink href={`/admin/events/${recordId}` as Route}>{`Open ${code}`}</ButtonLink>;
    default:
      return item.kind satisfies never;
  }
}
