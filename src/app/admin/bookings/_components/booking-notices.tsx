import { holdWords } from "@/components/hold-words";
import { Notice } from "@/components/ui/notice";
import { formatMoment } from "@/values/format-time";
import type { BookingDetail } from "./booking-dates";
import { fieldWords } from "./field-words";

/** What stands out about a booking: whose it is to decide, what was asked, why it ended. */
export function BookingNotices({ booking, now }: { booking: BookingDetail; now: string }) {
  const { status, decideRefusal, waitingFor, changeRequest, rejection, cancellation, override } = booking;
  return (
    <>
      {decideRefusal !== null && waitingFor === "agency" ? (
        <Notice title="Another admin decides this">{decideRefusal}</Notice>
      ) : null}
      {status === "changes_requested" && changeRequest ? (
        <ChangesAsked booking={booking} changeRequest={changeRequest} now={now} />
      ) : null}
      {status === "rejected" && rejection ? (
        <Notice title={rejection.allowResubmission ? "Rejected, may be sent again" : "Rejected for good"}>
          {rejection.reason}
        </Notice>
      ) : null}
      {status === "cancelled" && cancellation ? (
        <Notice title={`Cancelled ${formatMoment(cancellation.cancelledAt, booking.timeZone, now)}`}>
          {cancellation.reason}
        </Notice>
      ) : null}
      {override ? (
        <Notice tone="caution" title={`Approved with override by ${override.by}`}>
          <p>{override.reason}</p>
          <p className="text-meta text-muted">{formatMoment(override.at, booking.timeZone, now)}</p>
        </Notice>
      ) : null}
    </>
  );
}

interface ChangesAskedProps {
  booking: BookingDetail;
  changeRequest: NonNullable<BookingDetail["changeRequest"]>;
  now: string;
}

function ChangesAsked({ booking, changeRequest, now }: ChangesAskedProps) {
  return (
    <Notice
      tone="caution"
      title={`Changes asked for, dates held until ${holdWords(changeRequest.holdUntil, booking.timeZone, now)}`}
    >
      <ul className="grid gap-1">
        {changeRequest.changes.map((change, index) => (
          // A field can be asked about twice, so its place in the list is what it is.
          <li key={index}>
            <span className="font-medium">{fieldWords(change.field)}: </span>
            {change.reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
