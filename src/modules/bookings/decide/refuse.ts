import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { type BookingState, bookingNumber } from "@/modules/bookings/booking";
import type { CommandOf } from "@/modules/bookings/commands";
import type { BookingOutside } from "@/modules/bookings/outside";
import { endOfLocalDate } from "@/values/venue-time";
import { existing, fitting, inState, sameVersion } from "./guards";

/** Rejects a request as a whole; one whose events still stand has to be cancelled instead. */
export function decideReject(
  command: CommandOf<"reject">,
  state: BookingState,
  outside: BookingOutside,
  context: DecisionContext,
): readonly Fact[] {
  const booking = existing(state);
  inState(booking, "reject");
  sameVersion(booking, command.version, outside);
  if (outside.standingEvents.length > 0) {
    throw ruleViolated(
      "events_standing",
      `${bookingNumber(booking)} still has events from an earlier approval. Cancel it, or ask for changes.`,
      { eventIds: outside.standingEvents.map((event) => event.id) },
    );
  }
  return [
    fact("BOOKING_REJECTED", {
      bookingId: booking.id,
      clientId: booking.clientId,
      rejectedBy: actorId(context.actor),
      rejectedAt: context.now,
      reason: command.reason,
      allowResubmission: command.allowResubmission,
    }),
  ];
}

/** Asks the client for changes, field by field; the requested dates stay softly held meanwhile (rule 12). */
export function decideRequestChanges(
  command: CommandOf<"requestChanges">,
  state: BookingState,
  outside: BookingOutside,
  context: DecisionContext,
): readonly Fact[] {
  const booking = existing(state);
  inState(booking, "requestChanges");
  sameVersion(booking, command.version, outside);
  if (command.answerBy !== undefined && endOfLocalDate(command.answerBy, booking.timeZone) <= context.now) {
    throw invalid("The answer-by date is over. Choose a later one.", { answerBy: "Choose a later date." });
  }
  const request = fact("BOOKING_CHANGES_REQUESTED", {
    bookingId: booking.id,
    clientId: booking.clientId,
    requestedBy: actorId(context.actor),
    requestedAt: context.now,
    changes: command.changes,
  });
  return [fitting(request)];
}
