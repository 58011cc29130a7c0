import { PageLink } from "@/components/ui/page-link";
import { StatusBadge } from "@/components/status-badge";
import type { RouterOutputs } from "@/trpc/client";
import { formatMoment } from "@/values/format-time";
import { bookingHref } from "./booking-href";
import { waitingWords } from "./waiting-words";
import { bookingFlagLooks, bookingLooks } from "@/components/status-looks/bookings";

export interface BookingCardProps {
  booking: RouterOutputs["bookings"]["list"]["items"][number];
  now: string;
  /** For "since": the reader's zone. Dates of the booking are on the venue's clock. */
  timeZone: string;
}

/** One booking in a list; the whole card opens it. */
export function BookingCard({ booking, now, timeZone }: BookingCardProps) {
  const waiting = waitingWords(booking, timeZone, now);
  return (
    <article className="relative grid gap-2 rounded-card border border-border bg-surface p-4 hover:border-border-control has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="text-meta text-muted tabular-nums">{`BK-${booking.number}`}</span>
        <span className="flex flex-wrap gap-1.5">
          {booking.needsReapproval ? <StatusBadge look={bookingFlagLooks.needs_reapproval} /> : null}
          <StatusBadge look={bookingLooks[booking.status]} />
        </span>
      </div>
      <h2 className="min-w-0 text-body font-semibold wrap-anywhere">
        <PageLink
          href={bookingHref(booking.bookingId)}
          className="outline-none after:absolute after:inset-0 after:rounded-card"
        >
          {booking.title}
        </PageLink>
      </h2>
      <p className="min-w-0 text-cell wrap-anywhere">{dateWords(booking, now)}</p>
      <p className="min-w-0 text-cell wrap-anywhere text-muted">{booking.venueName}</p>
      {waiting === null ? null : (
        <p
          className={
            booking.waitingFor === "client" ? "text-cell font-medium text-on-caution" : "text-cell text-muted"
          }
        >
          {waiting}
        </p>
      )}
    </article>
  );
}

/** "Next: Tue 14 Oct 10:00, Berlin time · 9 of 12 dates approved". */
function dateWords(booking: BookingCardProps["booking"], now: string): string {
  const { datesTotal, datesApproved, nextDate, firstDate, timeZone } = booking;
  if (datesTotal === 0) return "No dates yet";
  const moment = nextDate ?? firstDate;
  const when = moment === null ? "" : formatMoment(moment, timeZone, now);
  const first = nextDate === null ? `Was ${when}` : `Next: ${when}`;
  if (datesTotal === 1) return first;
  const isDecided = datesApproved > 0;
  return `${first} · ${isDecided ? `${datesApproved} of ${datesTotal} dates approved` : `${datesTotal} dates`}`;
}
