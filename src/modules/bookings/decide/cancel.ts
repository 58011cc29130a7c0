import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { type BookingState, bookingNumber } from "@/modules/bookings/booking";
import type { CommandOf } from "@/modules/bookings/commands";
import { type BookingOutside, hasBegun, type StandingEvent } from "@/modules/bookings/outside";
import { existing, inState, sameVersion } from "./guards";

/** Cancels a booking with the events that have not begun; running ones need an explicit choice (rule 14). */
export function decideCancel(
  command: CommandOf<"cancel">,
  state: BookingState,
  outside: BookingOutside,
  context: DecisionContext,
): readonly Fact[] {
  const booking = existing(state);
  if (booking.status === "cancelled") return [];
  inState(booking, "cancel");
  sameVersion(booking, command.version, outside);
  const { affected, running } = cancelledEvents(
    outside.standingEvents,
    command.runningEvents ?? "keep",
    context.now,
  );
  if (running.length > 0 && command.runningEvents === undefined) {
    throw ruleViolated(
      "events_running",
      `${running.length === 1 ? "An event" : `${running.length} events`} of ${bookingNumber(booking)} is running now. Say whether to let it finish or to cancel it too.`,
      { eventIds: running.map((event) => event.id) },
    );
  }
  return [
    fact("BOOKING_CANCELLED", {
      bookingId: booking.id,
      clientId: booking.clientId,
      cancelledBy: actorId(context.actor),
      cancelledAt: context.now,
      reason: command.reason,
      affectedEventIds: affected.map((event) => event.id),
    }),
  ];
}

/** Which events a cancellation takes down: never those that are over, running ones only on request. */
export function cancelledEvents(
  events: readonly StandingEvent[],
  runningEvents: "keep" | "cancel",
  now: string,
): { affected: readonly StandingEvent[]; running: readonly StandingEvent[] } {
  const running = events.filter((event) => event.status === "in_progress");
  const ahead = events.filter((event) => !hasBegun(event, now));
  return { affected: runningEvents === "cancel" ? [...ahead, ...running] : ahead, running };
}
