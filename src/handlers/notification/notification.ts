import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { HandlerContext } from "@/domain-events/dispatch/handler";
import type { HeardBy } from "@/domain-events/routing";
import { deliver } from "./deliver";
import { bookingMessages } from "./messages/bookings";
import { eventInstanceMessages } from "./messages/event-instances";
import { readNames } from "./names";

/** Heard, and nobody is told yet: their subjects have no commands, so none of these facts is appended. */
type SilentType = Exclude<
  HeardBy<"notification">,
  Parameters<typeof bookingMessages>[0]["type"] | Parameters<typeof eventInstanceMessages>[0]["type"]
>;

const silent = {
  EVENT_ASSIGNED_TO_MANAGER: "event-instances",
  EVENT_PREPARATION_STARTED: "event-instances",
  EVENT_READY: "event-instances",
  EVENT_STARTED: "event-instances",
  EVENT_COMPLETED: "event-instances",
  EVENT_RESCHEDULED: "event-instances",
  EVENT_ISSUE_REPORTED: "event-instances",
  EVENT_READINESS_LOST: "event-instances",
  ACTIVITY_ISSUE_REPORTED: "activities",
  STAFF_ASSIGNMENT_OFFERED: "staffing",
  STAFF_ASSIGNMENT_ACCEPTED: "staffing",
  STAFF_ASSIGNMENT_REJECTED: "staffing",
  STAFF_NO_SHOW: "staffing",
  STAFF_ASSIGNMENT_EXPIRED: "staffing",
  STAFF_ASSIGNMENT_WITHDRAWN: "staffing",
  KIT_RETURNED: "kits",
  KIT_ISSUE_REPORTED: "kits",
  LOCATION_ISSUE_REPORTED: "locations",
} as const satisfies Record<SilentType, string>;

type Told = Exclude<HeardBy<"notification">, keyof typeof silent>;

function isTold(event: DomainEvent<HeardBy<"notification">>): event is DomainEvent<Told> {
  return !Object.hasOwn(silent, event.type);
}

/**
 * Tells people what happened. On a replay nobody is told again (domain.md rule 53), unless the operator asked for
 * it: then only those who have no message about the fact yet.
 */
export async function notify(
  event: DomainEvent<HeardBy<"notification">>,
  context: HandlerContext,
  options: { readonly mail: boolean },
): Promise<void> {
  if (!context.sideEffects || !isTold(event)) return;
  const names = await readNames(context.tx, event, context.now);
  const messages = isBooking(event) ? bookingMessages(event, names) : eventInstanceMessages(event, names);
  await deliver(context.tx, event, messages, options);
}

type BookingFact = Parameters<typeof bookingMessages>[0];

function isBooking(event: DomainEvent<Told>): event is BookingFact {
  return event.type.startsWith("BOOKING_");
}
