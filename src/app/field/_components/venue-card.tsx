"use client";

import { Mail, Navigation, Phone } from "lucide-react";
import { StatusBadge } from "@/components/status-badge";
import { venueFlagLooks, venueLooks } from "@/components/status-looks/venues";
import { buttonClass } from "@/components/ui/button-class";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { VenueRecord } from "./event-record";
import { loadConfirmVenueForm, loadRevokeForm } from "./late-forms";
import { LateSheet, useSheet } from "@/components/late-sheet";
import { callHref, routeHref } from "./route-href";

const LOOKS = {
  confirmed: venueLooks.confirmed,
  unconfirmed: venueLooks.unconfirmed,
  revoked: venueFlagLooks.confirmation_revoked,
} as const;

/** Where it is, how one gets there and in, and whom one asks for. */
export function VenueCard({ venue, canAct = true }: { venue: VenueRecord; canAct?: boolean }) {
  const { name, address, city, country, state, accessDetails, specialInstructions, revokedReason } = venue;
  return (
    <Card title={name} aside={<StatusBadge look={LOOKS[state]} />}>
      <div className="grid gap-3">
        <p className="wrap-anywhere text-muted">
          {[address, city, country].filter((part) => part !== "").join(", ")}
        </p>
        {revokedReason === null ? null : <p className="wrap-anywhere">{`Taken back: ${revokedReason}`}</p>}
        <Ways venue={venue} />
        <Words label="How to get in" text={accessDetails} />
        <Words label="What else they asked for" text={specialInstructions} />
        {state !== "confirmed" && (accessDetails !== null || specialInstructions !== null) ? (
          <p className="text-meta text-muted">Agreed for an earlier confirmation, which does not hold now.</p>
        ) : null}
        {canAct ? <Acts venue={venue} /> : null}
      </div>
    </Card>
  );
}

/** The map, and the contact by phone or mail. */
function Ways({ venue }: { venue: VenueRecord }) {
  const { contactPerson } = venue;
  const call = contactPerson === null ? null : callHref(contactPerson.phone);
  const className = `${buttonClass()} min-w-0 flex-1`;
  return (
    <>
      {contactPerson === null ? null : (
        <p className="wrap-anywhere">
          {`Ask for ${contactPerson.name}`}
          {call === null && contactPerson.phone !== "" ? `, ${contactPerson.phone}` : ""}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <a href={routeHref(venue)} target="_blank" rel="noopener noreferrer" className={className}>
          <Navigation />
          Route
        </a>
        {call === null ? null : (
          <a href={call} className={className}>
            <Phone />
            Call
          </a>
        )}
        {contactPerson === null || contactPerson.email === "" ? null : (
          <a href={`mailto:${contactPerson.email}`} className={className}>
            <Mail />
            Write
          </a>
        )}
      </div>
    </>
  );
}

function Words({ label, text }: { label: string; text: string | null }) {
  if (text === null) return null;
  return (
    <div>
      <p className="text-meta text-muted">{label}</p>
      <p className="wrap-anywhere whitespace-pre-line">{text}</p>
    </div>
  );
}

function Acts({ venue }: { venue: VenueRecord }) {
  const [confirming, revoking] = [useSheet(), useSheet()];
  const isConfirmed = venue.state === "confirmed";
  return (
    <>
      <div className="flex flex-wrap gap-2 *:flex-1">
        {venue.can.confirm ? (
          <Button onClick={confirming.open}>{isConfirmed ? "Change details" : "Confirm venue"}</Button>
        ) : null}
        {venue.can.revokeConfirmation ? (
          <Button variant="quiet" onClick={revoking.open}>
            Take back
          </Button>
        ) : null}
      </div>
      <LateSheet
        sheet={confirming}
        title={isConfirmed ? "What was agreed" : "Confirm venue"}
        load={loadConfirmVenueForm}
        props={{ venue, onDone: confirming.close }}
      />
      <LateSheet
        sheet={revoking}
        title="Take confirmation back"
        load={loadRevokeForm}
        props={{ venue, onDone: revoking.close }}
      />
    </>
  );
}
