import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { HandlerContext } from "@/domain-events/dispatch/handler";
import type { HeardBy } from "@/domain-events/routing";
import { deliver } from "./deliver";
import { readAttendanceNames, readEventNames } from "./event-names";
import { attendanceMessages, type ToldAttendanceType } from "./messages/attendance";
import { bookingMessages, type ToldBookingType } from "./messages/bookings";
import { eventInstanceMessages, type ToldEventType } from "./messages/event-instances";
import { eventIssueMessages, type ToldIssueType } from "./messages/event-issues";
import { eventLifeMessages, type ToldLifeType } from "./messages/event-life";
import type { Message } from "./messages/message";
import { readNames } from "./names";

type Told = ToldBookingType | ToldEventType | ToldLifeType | ToldIssueType | ToldAttendanceType;

/** Heard, and nobody is told yet: their subjects have no commands, so none of these facts is appended. */
const silent = {
  STAFF_ASSIGNMENT_OFFERED: "staffing",
  STAFF_ASSIGNMENT_ACCEPTED: "staffing",
  STAFF_ASSIGNMENT_REJECTED: "staffing",
  STAFF_ASSIGNMENT_EXPIRED: "staffing",
  STAFF_ASSIGNMENT_WITHDRAWN: "staffing",
  KIT_RETURNED: "kits",
  KIT_ISSUE_REPORTED: "kits",
} as const satisfies Record<Exclude<HeardBy<"notification">, Told>, string>;

const life = {
  EVENT_ASSIGNED_TO_MANAGER: true,
  EVENT_PREPARATION_STARTED: true,
  EVENT_READY: true,
  EVENT_READINESS_LOST: true,
  EVENT_STARTED: true,
  EVENT_COMPLETED: true,
  EVENT_RESCHEDULED: true,
} as const satisfies Record<ToldLifeType, true>;

const issues = {
  EVENT_ISSUE_REPORTED: true,
  ACTIVITY_ISSUE_REPORTED: true,
  LOCATION_ISSUE_REPORTED: true,
  LOCATION_CONFIRMATION_REVOKED: true,
  EVENT_ISSUE_ESCALATED: true,
} as const satisfies Record<ToldIssueType, true>;

const attendance = {
  STAFF_CHECKED_IN: true,
  STAFF_CHECKED_OUT: true,
  STAFF_NO_SHOW: true,
  STAFF_CHECK_IN_ASKED: true,
  STAFF_HOURS_CORRECTED: true,
} as const satisfies Record<ToldAttendanceType, true>;

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
  await deliver(context.tx, event, await messagesOf(event, context), options);
}

async function messagesOf(
  event: DomainEvent<Told>,
  { tx, now }: HandlerContext,
): Promise<readonly Message[]> {
  if (isLife(event)) return eventLifeMessages(event, await readEventNames(tx, event, now));
  if (isIssue(event)) return eventIssueMessages(event, await readEventNames(tx, event, now));
  if (isAttendance(event)) return attendanceMessages(event, await readAttendanceNames(tx, event, now));
  const names = await readNames(tx, event, now);
  return isBooking(event) ? bookingMessages(event, names) : eventInstanceMessages(event, names);
}

function isTold(event: DomainEvent<HeardBy<"notification">>): event is DomainEvent<Told> {
  return !Object.hasOwn(silent, event.type);
}

function isLife(event: DomainEvent<Told>): event is DomainEvent<ToldLifeType> {
  return Object.hasOwn(life, event.type);
}

function isIssue(event: DomainEvent<Told>): event is DomainEvent<ToldIssueType> {
  return Object.hasOwn(issues, event.type);
}

function isAttendance(event: DomainEvent<Told>): event is DomainEvent<ToldAttendanceType> {
  return Object.hasOwn(attendance, event.type);
}

function isBooking(
  event: DomainEvent<ToldBookingType | ToldEventType>,
): event is DomainEvent<ToldBookingType> {
  return event.type.startsWith("BOOKING_");
}
