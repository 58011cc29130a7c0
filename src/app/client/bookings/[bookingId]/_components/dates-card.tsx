import { RotateCcw } from "lucide-react";
import { clockNoteWords } from "@/components/booking-form/clock-notes";
import { StatusBadge } from "@/components/status-badge";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { RouterOutputs } from "@/trpc/client";
import { formatWindowBare, otherZoneHint, zoneLabel } from "@/values/format-time";
import { dateSummary } from "@/components/date-summary";
import { bookingDateLooks, bookingLooks } from "@/components/status-looks/bookings";
import { eventLooks, type EventState } from "@/components/status-looks/events";
import { DateResult } from "./date-result";
import { ReportEventProblem } from "./report-event-problem";
import { isReportable } from "./reportable";

type Booking = RouterOutputs["bookings"]["byId"];
type BookingDate = Booking["dates"][number];

const SHOWN_MAX = 30;

export interface DatesCardProps {
  booking: Booking;
  now: string;
  viewerZone: string | null;
}

/** Each date with its verdict, the reason, and the event that came of it. */
export function DatesCard({ booking, now, viewerZone }: DatesCardProps) {
  const { dates } = booking;
  const row = (date: BookingDate) => (
    <DateRow
      key={date.dateId}
      date={date}
      status={booking.status}
      timeZone={booking.timeZone}
      now={now}
      viewerZone={viewerZone}
    />
  );
  return (
    <Card
      title="Dates"
      aside={<span className="text-cell text-muted">{zoneLabel(booking.timeZone)}</span>}
      isFlush
    >
      {dates.length < 2 || isOnePiece(booking.status) ? null : (
        <p className="border-b border-border px-4 py-2 text-cell text-muted">{dateSummary(dates)}</p>
      )}
      {dates.length === 0 ? <p className="px-4 py-3 text-cell text-muted">No dates yet.</p> : null}
      <ol className="divide-y divide-border">{dates.slice(0, SHOWN_MAX).map(row)}</ol>
      {dates.length > SHOWN_MAX ? (
        <details className="border-t border-border">
          <summary className="inline-flex min-h-target items-center px-4 text-cell text-accent">
            {`Show the other ${dates.length - SHOWN_MAX}`}
          </summary>
          <ol className="divide-y divide-border border-t border-border">{dates.slice(SHOWN_MAX).map(row)}</ol>
        </details>
      ) : null}
    </Card>
  );
}

/** All dates share the fate of the booking: nothing to count. */
function isOnePiece(status: Booking["status"]): boolean {
  return status === "draft" || status === "cancelled" || status === "rejected";
}

interface DateRowProps {
  date: BookingDate;
  /** Of the booking. */
  status: Booking["status"];
  timeZone: string;
  now: string;
  viewerZone: string | null;
}

function DateRow({ date, status, timeZone, now, viewerZone }: DateRowProps) {
  // The clock did something odd on the date that was asked for, not on one it was moved to.
  const isMoved = date.event !== null && date.event.startsAt !== date.startsAt;
  const note = isMoved ? null : clockNoteWords(date, timeZone);
  const when = date.event ?? date;
  const hint = viewerZone === null ? null : otherZoneHint(when, { venue: timeZone, viewer: viewerZone }, now);
  return (
    <li className="grid gap-1 px-4 py-2.5 text-cell">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <span className="min-w-0">
          <time dateTime={when.startsAt} className="tabular-nums">
            {formatWindowBare(when, timeZone, now)}
          </time>
          {isMoved ? (
            <span className="block text-meta text-muted tabular-nums">
              {`Moved from ${formatWindowBare(date, timeZone, now)}`}
            </span>
          ) : null}
          {hint === null ? null : <span className="block text-meta text-muted">{hint}</span>}
        </span>
        <span className="flex flex-wrap gap-1.5">
          <Verdict date={date} status={status} />
        </span>
      </div>
      {note === null ? null : <p className="text-meta text-on-caution">{note}</p>}
      {date.reason === null || date.status === "approved" ? null : (
        <blockquote className="max-w-prose border-l-2 border-border pl-2 wrap-anywhere text-muted">
          {date.reason}
        </blockquote>
      )}
      {date.event && isReportable(date.event, now) ? <ReportEventProblem event={date.event} /> : null}
      {date.event?.result ? <DateResult result={date.event.result} timeZone={timeZone} now={now} /> : null}
    </li>
  );
}

/**
 * The state of the event says more than the verdict it came of. A booking that ended took its open dates with it;
 * nobody has been asked about those of a draft.
 */
function Verdict({ date, status: bookingStatus }: { date: BookingDate; status: Booking["status"] }) {
  if (date.event) {
    const { number, status } = date.event;
    return (
      <>
        <span className="text-meta text-muted tabular-nums">{`EV-${number}`}</span>
        {isEventState(status) ? <StatusBadge look={eventLooks[status]} /> : null}
        {date.status === "approved" ? null : (
          <Badge tone="caution" icon={<RotateCcw />}>
            Decided again
          </Badge>
        )}
      </>
    );
  }
  if (bookingStatus === "draft") return null;
  const hasEnded = bookingStatus === "cancelled" || bookingStatus === "rejected";
  if (hasEnded && date.status !== "declined") return <StatusBadge look={bookingLooks[bookingStatus]} />;
  return <StatusBadge look={bookingDateLooks[date.status]} />;
}

function isEventState(status: string): status is EventState {
  return Object.keys(eventLooks).includes(status);
}
