import { bookingHref } from "@/app/client/_components/booking-href";
import { holdWords } from "@/components/hold-words";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RouterOutputs } from "@/trpc/client";
import { nextWords } from "./next-words";

type Booking = RouterOutputs["bookings"]["byId"];

/** What happens next, in one sentence; where the agency refused or asked, its own words with it. */
export function StateCard({ booking, now }: { booking: Booking; now: string }) {
  const { changeRequest, rejection, cancellation, status } = booking;
  if (status === "changes_requested" && changeRequest) {
    const count = changeRequest.changes.length;
    return (
      <Notice
        tone="caution"
        title={`The agency asks you to change ${count === 1 ? "one thing" : `${count} things`}`}
        actions={
          booking.can.update ? (
            <ButtonLink variant="primary" href={bookingHref(booking.bookingId, "/edit")}>
              Answer the changes
            </ButtonLink>
          ) : undefined
        }
      >
        <ul className="mb-1 list-disc pl-5">
          {changeRequest.changes.map((change) => (
            <li key={`${change.field} ${change.reason}`} className="wrap-anywhere">
              {change.reason}
            </li>
          ))}
        </ul>
        <p>{`Your dates are held until ${holdWords(changeRequest.holdUntil, booking.timeZone, now)}.`}</p>
      </Notice>
    );
  }
  const reason =
    (status === "rejected" && rejection?.reason) || (status === "cancelled" && cancellation?.reason);
  return (
    <Notice title="What happens next">
      {reason ? (
        <blockquote className="mb-1 border-l-2 border-border-control pl-2 wrap-anywhere">{reason}</blockquote>
      ) : null}
      <p>{nextWords(booking)}</p>
    </Notice>
  );
}
