import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { PlanSummary } from "@/components/booking-form/plan-summary";
import { VenueTime } from "@/components/venue-time";
import type { AskableField } from "./change-request";

const DATES_SHOWN = 5;

/** What the request says in a field now. */
export function PresentValue(props: { field: AskableField; booking: BookingDetail; now: string }) {
  const { field, booking, now } = props;
  switch (field) {
    case "title":
      return booking.title;
    case "locationIds":
      return booking.venues.map(({ name, city }) => [name, city].filter(Boolean).join(", ")).join("; ");
    case "eventDates":
      return <Dates booking={booking} now={now} />;
    case "plan":
      return <PlanSummary activities={booking.plan.activities} kitNames={booking.kitNames} />;
    case "contact": {
      const { name, phone, email } = booking.contact ?? { name: "", phone: "", email: "" };
      return [name, phone, email].filter(Boolean).join(", ") || "None given";
    }
    case "notes":
      return booking.notes === "" ? "None" : <span className="whitespace-pre-line">{booking.notes}</span>;
    default:
      return field satisfies never;
  }
}

function Dates({ booking, now }: { booking: BookingDetail; now: string }) {
  const rest = booking.dates.length - DATES_SHOWN;
  return (
    <ul className="grid gap-0.5">
      {booking.dates.slice(0, DATES_SHOWN).map((date) => (
        <li key={date.dateId}>
          <VenueTime startsAt={date.startsAt} endsAt={date.endsAt} timeZone={booking.timeZone} now={now} />
        </li>
      ))}
      {rest > 0 ? <li>{`and ${rest} more`}</li> : null}
    </ul>
  );
}
