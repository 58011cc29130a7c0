"use client";

import dynamic from "next/dynamic";
import { eventHref } from "@/app/admin/_components/event-href";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { StatusBadge } from "@/components/status-badge";
import { venueFlagLooks, venueLooks } from "@/components/status-looks/venues";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import { formatMoment } from "@/values/format-time";
import type { VenueRecord } from "./venue-panels";

const ConfirmVenueDialog = dynamic(
  () => import("./confirm-venue-dialog").then((part) => part.ConfirmVenueDialog),
  { ssr: false },
);
const RevokeVenueDialog = dynamic(
  () => import("./revoke-venue-dialog").then((part) => part.RevokeVenueDialog),
  { ssr: false },
);
const VenueIssueDialog = dynamic(() => import("./venue-issue-dialog").then((part) => part.VenueIssueDialog), {
  ssr: false,
});

export interface VenueEventRowProps {
  event: VenueRecord["events"][number];
  venue: VenueRecord;
  now: string;
}

/** One coming event and what is agreed with the venue for it. */
export function VenueEventRow({ event, venue, now }: VenueEventRowProps) {
  const { contactPerson, accessDetails, specialInstructions } = event;
  const agreed = [
    contactPerson && [contactPerson.name, contactPerson.phone].filter((part) => part !== "").join(", "),
    accessDetails,
    specialInstructions,
  ].filter((part) => part !== null);
  return (
    <li className="grid gap-1.5 px-4 py-2.5 text-cell">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-56 wrap-anywhere">
          <TextLink href={eventHref(event.eventId)} className="tabular-nums">{`EV-${event.number}`}</TextLink>
          {` ${event.title}`}
          <span className="block text-muted">
            <VenueTime startsAt={event.startsAt} endsAt={event.endsAt} timeZone={venue.timeZone} now={now} />
            {` · ${event.managerName ?? "no field manager yet"}`}
          </span>
        </p>
        <span className="flex flex-wrap items-center gap-1">
          <StatusBadge look={event.confirmed ? venueLooks.confirmed : venueLooks.unconfirmed} />
          {event.revokedReason === null ? null : <StatusBadge look={venueFlagLooks.confirmation_revoked} />}
        </span>
      </div>
      {event.revokedReason === null ? null : (
        <blockquote className="max-w-prose border-l-2 border-border pl-2 wrap-anywhere text-muted">
          {event.revokedReason}
        </blockquote>
      )}
      {event.confirmedAt === null ? null : (
        <p className="text-meta text-muted">
          {`Confirmed by ${event.confirmedBy ?? "a former team member"}, `}
          <time dateTime={event.confirmedAt}>{formatMoment(event.confirmedAt, venue.timeZone, now)}</time>
        </p>
      )}
      {agreed.length === 0 ? null : (
        <p className="max-w-prose wrap-anywhere whitespace-pre-line">{agreed.join("\n")}</p>
      )}
      <VenueEventActs event={event} venue={venue} />
    </li>
  );
}

function VenueEventActs({ event, venue }: Omit<VenueEventRowProps, "now">) {
  const confirm = useLateDialog();
  const revoke = useLateDialog();
  const report = useLateDialog();
  const of = {
    eventId: event.eventId,
    locationId: venue.id,
    name: venue.name,
    code: `EV-${event.number}`,
    agreed: event.confirmed ? event : null,
  };
  return (
    <div className="flex flex-wrap gap-2">
      {event.can.confirm ? (
        <Button onClick={confirm.open}>
          {event.confirmed ? "Change…" : "Confirm…"}
          <span className="sr-only">{` for ${of.code}`}</span>
        </Button>
      ) : null}
      {event.can.revoke ? (
        <Button variant="quiet" onClick={revoke.open}>
          Take back…<span className="sr-only">{` for ${of.code}`}</span>
        </Button>
      ) : null}
      {event.can.reportIssue ? (
        <Button variant="quiet" onClick={report.open}>
          Report an issue…<span className="sr-only">{` at ${of.code}`}</span>
        </Button>
      ) : null}
      {confirm.wasOpened ? <ConfirmVenueDialog venue={of} {...confirm.dialog} /> : null}
      {revoke.wasOpened ? <RevokeVenueDialog venue={of} {...revoke.dialog} /> : null}
      {report.wasOpened ? <VenueIssueDialog venue={of} {...report.dialog} /> : null}
    </div>
  );
}
