import { PlanSummary } from "@/components/booking-form/plan-summary";
import { seriesWords } from "@/components/booking-form/series-words";
import { spellDate } from "@/components/form/spell-date";
import { type Fact, Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/values/format-time";
import type { BookingDetail } from "./booking-dates";
import { bookingHref } from "./booking-href";

export interface RequestFactsProps {
  booking: BookingDetail;
  now: string;
}

/** What the client asks for: where, how often, what is to happen, who to call. */
export function RequestFacts({ booking, now }: RequestFactsProps) {
  return <Facts facts={[...askedFor(booking), ...about(booking, now)]} />;
}

function askedFor({ venues, recurrence, plan, kitNames, contact, notes }: BookingDetail): Fact[] {
  const facts: Fact[] = [
    {
      label: venues.length === 1 ? "Venue" : "Venues",
      value: venues.map((venue) => (
        <span key={venue.id} className="block">
          <span className="font-medium">{venue.name}</span>
          <span className="block text-muted">
            {[venue.address, venue.city].filter((part) => part !== "").join(", ")}
          </span>
        </span>
      )),
    },
  ];
  if (recurrence) {
    facts.push({
      label: "Repeats",
      value: seriesWords({ ...recurrence, until: spellDate(recurrence.endDate) }),
    });
  }
  facts.push({ label: "Plan", value: <PlanSummary activities={plan.activities} kitNames={kitNames} /> });
  if (contact) {
    const parts = [contact.name, contact.phone, contact.email].filter((part) => part !== "");
    facts.push({
      label: "Contact",
      value: parts.map((part) => (
        <span key={part} className="block">
          {part}
        </span>
      )),
    });
  }
  if (notes !== "") {
    facts.push({
      label: "Notes",
      value: <span className="block max-w-prose whitespace-pre-line">{notes}</span>,
    });
  }
  return facts;
}

function about({ submittedAt, requestedBy, copiedFrom, timeZone }: BookingDetail, now: string): Fact[] {
  const facts: Fact[] = [];
  if (submittedAt !== null) {
    const by = requestedBy === null ? "" : ` by ${requestedBy}`;
    facts.push({ label: "Sent", value: `${formatMoment(submittedAt, timeZone, now)}${by}` });
  }
  if (copiedFrom) {
    facts.push({
      label: "Copied from",
      value: <TextLink href={bookingHref(copiedFrom.bookingId)}>{copiedFrom.number}</TextLink>,
    });
  }
  return facts;
}
