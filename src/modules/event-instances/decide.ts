import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { CommandOf, EventInstanceCommand } from "./commands";
import { type BookingInstances, type EventInstance, isAhead } from "./event-instance";
import { type InstancesOutside, plannedInstances } from "./planned";
import { standing } from "./standing";

/** The rules of event instances, as far as they follow from their booking. */
export function decide(
  command: EventInstanceCommand,
  state: BookingInstances,
  outside: InstancesOutside,
  context: DecisionContext,
): readonly Fact[] {
  switch (command.type) {
    case "generate":
      return decideGenerate(command, state, outside, context);
    case "settle":
      return decideSettle(command, state, context);
    case "cancelForBooking":
      return decideCancelForBooking(command, state, context);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown event command ${JSON.stringify(command)}`);
}

/** One fact for all instances that the named dates still lack; none when they lack nothing (rule 8). */
function decideGenerate(
  command: CommandOf<"generate">,
  state: BookingInstances,
  outside: InstancesOutside,
  context: DecisionContext,
): readonly Fact[] {
  const planned = plannedInstances(state, command.eventDates, outside);
  if (planned.length === 0) return [];
  return [
    fact("EVENT_INSTANCES_GENERATED", {
      bookingId: state.booking.id,
      clientId: state.booking.clientId,
      eventIds: planned.map((instance) => instance.id),
      generatedBy: actorId(context.actor),
      generatedAt: context.now,
      totalEvents: planned.length,
    }),
  ];
}

/** Brings the instances that have not begun in line with the booking's dates as they are now (rule 11). */
function decideSettle(
  command: CommandOf<"settle">,
  state: BookingInstances,
  context: DecisionContext,
): readonly Fact[] {
  const ahead = state.instances.filter((instance) => isAhead(instance, context.now));
  return ahead.flatMap((instance): readonly Fact[] => {
    const verdict = standing(state.booking, instance);
    switch (verdict.verdict) {
      case "cancel":
        return [cancelled(state, instance, verdict.reason, context)];
      case "hold":
        return instance.holdReason === null ? [held(state, instance, command.reason, context)] : [];
      case "keep":
        return instance.holdReason === null ? [] : [lifted(state, instance, context)];
      default:
        return neverVerdict(verdict);
    }
  });
}

function neverVerdict(verdict: never): never {
  throw new Error(`unknown verdict ${JSON.stringify(verdict)}`);
}

/** Takes down what is ahead, and what the cancellation named though it runs or has run out since (rule 14). */
function decideCancelForBooking(
  command: CommandOf<"cancelForBooking">,
  state: BookingInstances,
  context: DecisionContext,
): readonly Fact[] {
  const named = new Set<string>(command.eventIds);
  return state.instances
    .filter(
      (instance) => isAhead(instance, context.now) || (named.has(instance.id) && isUnfinished(instance)),
    )
    .map((instance) => cancelled(state, instance, command.reason, context));
}

function isUnfinished({ status }: EventInstance): boolean {
  return status !== "completed" && status !== "cancelled";
}

/** The client hears about the booking once, so not about each of its events. */
function cancelled(
  { booking }: BookingInstances,
  instance: EventInstance,
  reason: string,
  context: DecisionContext,
): Fact {
  return fact("EVENT_CANCELLED", {
    eventId: instance.id,
    bookingId: booking.id,
    cancelledBy: actorId(context.actor),
    cancelledAt: context.now,
    reason,
    notifyClient: false,
  });
}

function held(
  { booking }: BookingInstances,
  instance: EventInstance,
  reason: string,
  context: DecisionContext,
): Fact {
  return fact("EVENT_HOLD_PLACED", {
    eventId: instance.id,
    bookingId: booking.id,
    placedBy: actorId(context.actor),
    placedAt: context.now,
    reason,
  });
}

function lifted({ booking }: BookingInstances, instance: EventInstance, context: DecisionContext): Fact {
  return fact("EVENT_HOLD_LIFTED", {
    eventId: instance.id,
    bookingId: booking.id,
    liftedBy: actorId(context.actor),
    liftedAt: context.now,
  });
}
