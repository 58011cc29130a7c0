import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { type Booking, type BookingState, contentOf } from "@/modules/bookings/booking";
import type { CommandOf } from "@/modules/bookings/commands";
import {
  addsDates,
  type BookingContent,
  changedFields,
  dateKey,
  materiality,
} from "@/modules/bookings/content";
import { type BookingOutside, hasBegun, isAsDecided, isOver } from "@/modules/bookings/outside";
import { checkedContent, existing, inState, sameVersion } from "./guards";

/** An edit; on an approved booking a material one asks for approval again (rule 11). */
export function decideUpdate(
  command: CommandOf<"update">,
  state: BookingState,
  outside: BookingOutside,
  context: DecisionContext,
): readonly Fact[] {
  const booking = existing(state);
  inState(booking, "update");
  sameVersion(booking, command.version, outside);
  const before = contentOf(booking);
  const added = (command.locationIds ?? []).filter((id) => !booking.locationIds.includes(id));
  const after = checkedContent(outside, added);
  const fields = changedFields(before, after);
  if (fields.length === 0) return [];
  keepStarted(booking, after.dates.map(dateKey), outside, context.now);
  if (booking.status !== "draft") keepSubstance(booking, after);
  return [
    fact("BOOKING_UPDATED", {
      bookingId: booking.id,
      clientId: booking.clientId,
      updatedBy: actorId(context.actor),
      updatedAt: context.now,
      changedFields: fields,
      needsReapproval:
        wasDecided(booking) && asksAgain(before, after, context.now) && !isAsDecided(after, outside),
    }),
  ];
}

/** Approved, in whole or in part, now or before an earlier edit sent it back. */
export function wasDecided(booking: Booking): boolean {
  return booking.status === "approved" || booking.status === "partially_approved" || booking.needsReapproval;
}

/** A larger plan or another venue is a question about the dates ahead only: with none of them nothing is asked. */
function asksAgain(before: BookingContent, after: BookingContent, now: string): boolean {
  switch (materiality(before, after)) {
    case "everything":
      return addsDates(before, after) || after.dates.some((date) => !isOver(date, now));
    case "new-dates":
      return true;
    case "nothing":
      return false;
  }
}

/** What has been handed in keeps a date that is not declined, and an activity if it had one. */
function keepSubstance(booking: Booking, after: BookingContent): void {
  const declined = booking.dates.filter((date) => date.status === "declined");
  const out = new Set(declined.map(dateKey));
  if (after.dates.every((date) => out.has(dateKey(date)))) {
    throw ruleViolated("no_dates", "A booking needs a date. Cancel it instead of taking the last one out.");
  }
  if (booking.plan.activities.length > 0 && after.plan.activities.length === 0) {
    throw ruleViolated("no_activities", "Say what is to happen: leave at least one activity in the plan.");
  }
}

/** A date whose event has begun or is over cannot be edited away (rule 14 says the same of a cancellation). */
function keepStarted(booking: Booking, keys: readonly string[], outside: BookingOutside, now: string): void {
  const kept = new Set(keys);
  const begun = outside.standingEvents.filter((event) => hasBegun(event, now));
  const lost = booking.dates.filter(
    (date) => !kept.has(dateKey(date)) && begun.some((event) => event.startsAt === date.startsAt),
  );
  if (lost.length > 0) {
    throw ruleViolated("event_began", "One of these dates has already begun. Leave it as it is.", {
      startsAt: lost.map((date) => date.startsAt),
    });
  }
}
