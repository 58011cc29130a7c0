"use client";

import { useState } from "react";
import { eventHref } from "@/app/admin/_components/event-href";
import { clockNoteWords } from "@/components/booking-form/clock-notes";
import { StatusBadge } from "@/components/status-badge";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import type { RouterOutputs } from "@/trpc/client";
import { localMoment } from "@/components/local-moment";
import { VerdictBadge } from "./verdict-badge";
import { WhyOfDate } from "./why-of-date";
import type { Verdict } from "./why-words";
import { bookingDateLooks, bookingLooks } from "@/components/status-looks/bookings";

export type BookingDetail = RouterOutputs["bookings"]["byId"];
export type DateView = BookingDetail["dates"][number];

const SHOWN_FIRST = 12;

export interface BookingDatesProps {
  booking: BookingDetail;
  /** By id of the date, for those that wait for a decision; empty where nobody decides here. */
  verdicts: ReadonlyMap<string, Verdict>;
  now: string;
  timeZone: string;
}

/** The dates of a booking, each with what became of it and what speaks against it. */
export function BookingDates({ booking, verdicts, now, timeZone }: BookingDatesProps) {
  const [isWhole, setIsWhole] = useState(false);
  const { dates } = booking;
  const shown = isWhole ? dates : dates.slice(0, SHOWN_FIRST);
  if (dates.length === 0) return <p className="text-cell text-muted">No dates are asked for yet.</p>;
  return (
    <div className="grid gap-2">
      <ul className="divide-y divide-border">
        {shown.map((date) => (
          <DateLine
            key={date.dateId}
            date={date}
            verdict={verdicts.get(date.dateId)}
            bookingStatus={booking.status}
            zones={{ venue: booking.timeZone, viewer: timeZone }}
            now={now}
          />
        ))}
      </ul>
      {shown.length < dates.length ? (
        <div>
          <Button onClick={() => setIsWhole(true)}>{`Show all ${dates.length} dates`}</Button>
        </div>
      ) : null}
    </div>
  );
}

interface DateLineProps {
  date: DateView;
  verdict: Verdict | undefined;
  bookingStatus: BookingDetail["status"];
  zones: { venue: string; viewer: string };
  now: string;
}

function DateLine({ date, verdict, bookingStatus, zones, now }: DateLineProps) {
  const note = clockNoteWords(date, zones.venue);
  return (
    <li className="grid gap-1 py-2 text-cell first:pt-0">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <VenueTime
          startsAt={date.startsAt}
          endsAt={date.endsAt}
          timeZone={zones.venue}
          viewerZone={zones.viewer}
          now={now}
        />
        <span className="flex flex-wrap items-center gap-1">
          <DateState date={date} bookingStatus={bookingStatus} />
          {verdict ? <VerdictBadge verdict={verdict.verdict} /> : null}
          {date.event ? (
            <TextLink href={eventHref(date.event.eventId)}>{`EV-${date.event.number}`}</TextLink>
          ) : null}
        </span>
      </div>
      {note === null ? null : <p className="text-meta text-on-caution">{note}</p>}
      {date.proposedLocalStart === null ? null : (
        <p className="text-muted">{`Offered instead: ${localMoment(date.proposedLocalStart)}`}</p>
      )}
      {date.reason === null ? null : (
        <blockquote className="max-w-prose border-l-2 border-border pl-2 wrap-anywhere text-muted">
          {date.reason}
        </blockquote>
      )}
      {verdict ? <WhyOfDate verdict={verdict} timeZone={zones.venue} now={now} /> : null}
    </li>
  );
}

/** A booking that ended took its open dates with it; what was declined before, and what has its event, stays so. */
function DateState({ date, bookingStatus }: Pick<DateLineProps, "date" | "bookingStatus">) {
  const hasEnded = bookingStatus === "cancelled" || bookingStatus === "rejected";
  const hasEvent = date.event !== null && date.event.status !== "cancelled";
  if (hasEnded && !hasEvent && date.status !== "declined") {
    return <StatusBadge look={bookingLooks[bookingStatus]} />;
  }
  return <StatusBadge look={bookingDateLooks[date.status]} />;
}
