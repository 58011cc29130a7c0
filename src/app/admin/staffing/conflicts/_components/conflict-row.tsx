"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { eventHref } from "@/app/admin/_components/event-href";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { personHref } from "@/app/admin/people/_components/people-view";
import { TakeBack } from "@/components/event-staff/reason-forms";
import { RelativeTime } from "@/components/relative-time";
import { StatusBadge } from "@/components/status-badge";
import { shiftLooks } from "@/components/status-looks/shifts";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import { canAsk, canTakeBack, conflictLooks, type ListedConflict, mendWords } from "./conflict-words";

const AskDialog = dynamic(
  () => import("@/components/event-staff/ask-dialog").then((part) => part.AskDialog),
  { ssr: false },
);

interface ConflictRowProps {
  conflict: ListedConflict;
  now: string;
}

/** One conflict: what it is, whose shift, why, and what can be done about it. */
export function ConflictRow({ conflict, now }: ConflictRowProps) {
  const { kind, sentence, eventId, number, title, role, seat, startsAt, endsAt, timeZone, venueName } =
    conflict;
  const { shift } = conflict;
  return (
    <li className="grid gap-1.5 px-4 py-3 text-cell">
      <div className="flex flex-wrap items-center gap-2">
        <StatusBadge look={conflictLooks[kind]} />
        <p className="min-w-0 font-medium wrap-anywhere">{sentence}</p>
      </div>
      <p className="text-muted wrap-anywhere">
        <TextLink href={eventHref(eventId)}>{`EV-${number} ${title}`}</TextLink>
        {`, ${role} ${seat}, ${venueName}, `}
        <VenueTime startsAt={startsAt} endsAt={endsAt} timeZone={timeZone} now={now} />
      </p>
      {shift === null ? null : (
        <p className="flex flex-wrap items-center gap-2">
          <TextLink href={personHref(shift.userId)}>{shift.name}</TextLink>
          <StatusBadge look={shiftLooks[shift.status]} />
          {shift.status === "offered" && shift.responseDeadline !== null ? (
            <span className="text-muted">
              {"Answer due "}
              <RelativeTime at={shift.responseDeadline} now={now} timeZone={timeZone} />
            </span>
          ) : null}
        </p>
      )}
      <p className="text-meta text-muted">{mendWords(conflict)}</p>
      <Mends conflict={conflict} now={now} />
    </li>
  );
}

function Mends({ conflict, now }: ConflictRowProps) {
  const ask = useLateDialog();
  const [isTaking, setIsTaking] = useState(false);
  const { shift, slotId, role, seat, startsAt, endsAt, timeZone, number, otherEventId } = conflict;
  if (shift !== null && isTaking) {
    return <TakeBack id={shift.assignmentId} name={shift.name} onDone={() => setIsTaking(false)} />;
  }
  const hidden = <span className="sr-only">{` as ${role} ${seat} of EV-${number}`}</span>;
  return (
    <div className="flex flex-wrap gap-2">
      {canAsk(conflict) ? (
        <Button size="small" onClick={ask.open}>
          {shift === null ? "Ask somebody…" : "Ask others too…"}
          {hidden}
        </Button>
      ) : null}
      {canTakeBack(conflict) ? (
        <Button size="small" variant="quiet" onClick={() => setIsTaking(true)}>
          Take back…
          {hidden}
        </Button>
      ) : null}
      {otherEventId === null ? null : (
        <ButtonLink size="small" variant="quiet" href={eventHref(otherEventId)}>
          Open the other event
        </ButtonLink>
      )}
      {ask.wasOpened ? (
        <AskDialog
          slot={{ id: slotId, role, seat, startsAt, endsAt, isAsked: shift !== null }}
          timeZone={timeZone}
          now={now}
          {...ask.dialog}
        />
      ) : null}
    </div>
  );
}
