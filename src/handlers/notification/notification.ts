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
import { kitMessages, type ToldKitType } from "./messages/kits";
import type { EventNames, Message } from "./messages/message";
import { movedShiftMessages, staffMessages, type ToldStaffType } from "./messages/staffing";
import { readKitNames } from "./kit-names";
import { readNames } from "./names";
import { readGoingAlong, readShiftNames } from "./shift-names";

type Told =
  | ToldBookingType
  | ToldEventType
  | ToldLifeType
  | ToldIssueType
  | ToldAttendanceType
  | ToldStaffType
  | ToldKitType;

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

const shifts = {
  STAFF_ASSIGNMENT_OFFERED: true,
  STAFF_ASSIGNMENT_ACCEPTED: true,
  STAFF_ASSIGNMENT_REJECTED: true,
  STAFF_ASSIGNMENT_EXPIRED: true,
  STAFF_ASSIGNMENT_WITHDRAWN: true,
  STAFF_SLOT_UNFILLED: true,
} as const satisfies Record<ToldStaffType, true>;

const kits = {
  KIT_CHECKED_OUT: true,
  KIT_HANDED_OVER: true,
  KIT_RETURNED: true,
  KIT_ISSUE_REPORTED: true,
  KIT_SWAPPED: true,
  KIT_SHORTAGE_RAISED: true,
} as const satisfies Record<ToldKitType, true>;

/**
 * Tells people what happened. On a replay nobody is told again (domain.md rule 53), unless the operator asked for
 * it: then only those who have no message about the fact yet.
 */
export async function notify(
  event: DomainEvent<HeardBy<"notification">>,
  context: HandlerContext,
  options: { readonly mail: boolean },
): Promise<void> {
  if (!context.sideEffects) return;
  await deliver(context.tx, event, await messagesOf(event, context), options);
}

async function messagesOf(
  event: DomainEvent<Told>,
  { tx, now }: HandlerContext,
): Promise<readonly Message[]> {
  if (isLife(event)) {
    const names = await readEventNames(tx, event, now);
    return [...eventLifeMessages(event, names), ...(await messagesOfMove(event, names, tx))];
  }
  if (isIssue(event)) return eventIssueMessages(event, await readEventNames(tx, event, now));
  if (isAttendance(event)) return attendanceMessages(event, await readAttendanceNames(tx, event, now));
  if (isShift(event)) {
    return staffMessages(event, await readEventNames(tx, event, now), await readShiftNames(tx, event));
  }
  if (isKit(event)) {
    return kitMessages(event, await readEventNames(tx, event, now), await readKitNames(tx, event));
  }
  const names = await readNames(tx, event, now);
  return isBooking(event) ? bookingMessages(event, names) : eventInstanceMessages(event, names);
}

/** Whoever keeps their shift at its new time; the others are asked again, or told that it is taken back. */
async function messagesOfMove(
  event: DomainEvent<ToldLifeType>,
  names: EventNames,
  tx: HandlerContext["tx"],
): Promise<readonly Message[]> {
  if (event.type !== "EVENT_RESCHEDULED" || !event.payload.notifyStaff) return [];
  return movedShiftMessages(event, names, await readGoingAlong(tx, event.payload.eventId));
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

function isShift(event: DomainEvent<Told>): event is DomainEvent<ToldStaffType> {
  return Object.hasOwn(shifts, event.type);
}

function isKit(event: DomainEvent<Told>): event is DomainEvent<ToldKitType> {
  return Object.hasOwn(kits, event.type);
}

function isBooking(
  event: DomainEvent<ToldBookingType | ToldEventType>,
): event is DomainEvent<ToldBookingType> {
  return event.type.startsWith("BOOKING_");
}
