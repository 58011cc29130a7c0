import { PlanSummary } from "@/components/booking-form/plan-summary";
import { seriesWords } from "@/components/booking-form/series-words";
import { spellDate } from "@/components/form/spell-date";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import type { RouterOutputs } from "@/trpc/client";

/** What was asked for. */
export function RequestCard({ booking }: { booking: RouterOutputs["bookings"]["byId"] }) {
  const { venues, recurrence, contact, notes } = booking;
  const reach = contact === null ? [] : [contact.name, contact.phone, contact.email].filter((t) => t !== "");
  const facts = [
    {
      label: venues.length === 1 ? "Venue" : "Venues",
      value: venues.map((venue) => (
        <span key={venue.id} className="block">
          <span className="block font-medium">{venue.name}</span>
          <span className="block text-muted">
            {[venue.address, venue.city].filter((part) => part !== "").join(", ")}
          </span>
        </span>
      )),
    },
    ...(recurrence === null
      ? []
      : [{ label: "Repeats", value: seriesWords({ ...recurrence, until: spellDate(recurrence.endDate) }) }]),
    {
      label: "Plan",
      value: <PlanSummary activities={booking.plan.activities} kitNames={booking.kitNames} />,
    },
    ...(reach.length === 0 ? [] : [{ label: "Contact", value: reach.join(", ") }]),
    ...(notes === ""
      ? []
      : [{ label: "Notes", value: <span className="wrap-anywhere whitespace-pre-line">{notes}</span> }]),
  ];
  return (
    <Card title="The request">
      <Facts facts={facts} />
    </Card>
  );
}
