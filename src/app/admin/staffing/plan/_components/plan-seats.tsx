"use client";

import dynamic from "next/dynamic";
import { eventHref } from "@/app/admin/_components/event-href";
import { personHref } from "@/app/admin/people/_components/people-view";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { FitLines } from "@/components/candidates/fit-lines";
import { payWords } from "@/components/candidates/fit-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import { byEvent, type Plan, type Seat } from "./plan-words";

const SeatDialog = dynamic(() => import("./seat-dialog").then((part) => part.SeatDialog), { ssr: false });

/** All slots of a plan by event, each with who is to have it and why. */
export function PlanSeats({ plan, now }: { plan: Plan; now: string }) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      {byEvent(plan.seats).map((seats) => (
        <EventSeats key={seats[0]?.eventId} planId={plan.id} seats={seats} now={now} />
      ))}
    </div>
  );
}

function EventSeats({ planId, seats, now }: { planId: string; seats: readonly Seat[]; now: string }) {
  const [first] = seats;
  if (!first) return null;
  const filled = seats.filter(({ person }) => person !== null).length;
  return (
    <Card
      isFlush
      title={
        <span className="wrap-anywhere">
          <TextLink href={eventHref(first.eventId)} className="tabular-nums">
            {first.code}
          </TextLink>
          {` ${first.title}`}
          <span className="block text-cell font-normal text-muted">
            <VenueTime startsAt={first.startsAt} endsAt={first.endsAt} timeZone={first.timeZone} now={now} />
          </span>
        </span>
      }
      aside={
        <Badge tone={filled === seats.length ? "good" : "caution"}>{`${filled} of ${seats.length}`}</Badge>
      }
    >
      <ul className="divide-y divide-border">
        {seats.map((seat) => (
          <SeatRow key={seat.slotId} planId={planId} seat={seat} />
        ))}
      </ul>
    </Card>
  );
}

function SeatRow({ planId, seat }: { planId: string; seat: Seat }) {
  const change = useLateDialog();
  const { role, person, isChosen } = seat;
  return (
    <li className="grid gap-1.5 px-4 py-2.5 text-cell">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1.5">
        <p className="min-w-0 flex-1 basis-40 wrap-anywhere">
          <span className="block text-meta text-muted">{role}</span>
          {person === null ? (
            <span className="text-muted">Stays open</span>
          ) : (
            <>
              <TextLink href={personHref(person.userId)}>{person.name}</TextLink>
              <span className="text-meta text-muted tabular-nums">
                {[
                  ` · Fit ${Math.round(person.fit.score)}`,
                  ...(person.pay ? [payWords(person.pay)] : []),
                ].join(" · ")}
              </span>
            </>
          )}
        </p>
        <span className="flex items-center gap-2">
          {isChosen ? <Badge>Changed by you</Badge> : null}
          <Button variant="quiet" onClick={change.open}>
            Change…<span className="sr-only">{` ${role} of ${seat.code}`}</span>
          </Button>
        </span>
      </div>
      {person === null ? null : <FitLines fit={person.fit} />}
      {change.wasOpened ? <SeatDialog planId={planId} seat={seat} {...change.dialog} /> : null}
    </li>
  );
}
