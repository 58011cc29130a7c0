import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { forbidden, invalid, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import {
  type Attendance,
  type AttendanceOutside,
  type AttendedEvent,
  type AttendedShift,
  eventOf,
  sameAttendance,
  shiftOf,
} from "@/modules/staffing/attendance/attendance";
import { checkInWindow } from "@/modules/staffing/attendance/check-in-times";
import type { AttendanceCommandOf } from "@/modules/staffing/attendance/commands";
import { evidenceOf, placeOf } from "@/modules/staffing/attendance/evidence";
import { shiftWords } from "@/modules/staffing/attendance/shift-words";

/**
 * One fact for each shift of the person at the event (rule 34); none when they are in already, so that a second tap and
 * a second phone change nothing (rule 31). After a no-show it is the late arrival that corrects it (rule 27).
 */
export function decideCheckIn(
  command: AttendanceCommandOf<"checkIn">,
  state: Attendance,
  outside: AttendanceOutside,
  context: DecisionContext,
): readonly Fact[] {
  const shift = shiftOf(state, command.assignmentId);
  const event = eventOf(state, shift);
  if (isIn(shift)) return [];
  refuseUnlessDue(shift, event, context.now);
  const evidence = evidenceOf(command, command.verificationMethod, event, context.now);
  refuseUnproved(command, outside, context);
  if (evidence.grade === "outside" || evidence.grade === "unverified") {
    throw notAtVenue(evidence, event);
  }
  const { location, metadata } = placeOf(evidence, event);
  return sameAttendance(state, shift)
    .filter(mayArrive)
    .map((each) =>
      fact(
        "STAFF_CHECKED_IN",
        {
          assignmentId: each.id,
          eventId: each.eventId,
          userId: each.userId,
          checkedInAt: context.now,
          location,
          verificationMethod: command.verificationMethod,
        },
        {
          ...metadata,
          ...(each.status === "no_show" && { corrected: true }),
          ...(command.reason !== undefined && {
            override: {
              reason: command.reason,
              by: actorId(context.actor),
              snapshot: { status: each.status },
            },
          }),
        },
      ),
    );
}

function isIn({ status }: AttendedShift): boolean {
  return status === "checked_in" || status === "checked_out";
}

function mayArrive({ status }: AttendedShift): boolean {
  return status === "accepted" || status === "no_show";
}

/** The shift was accepted, its event is on, and the clock of the database is within the window. */
function refuseUnlessDue(shift: AttendedShift, event: AttendedEvent, now: string): void {
  if (event.status === "cancelled") {
    throw ruleViolated("event_cancelled", "This event was cancelled, so there is no shift to come to.");
  }
  if (!mayArrive(shift)) {
    throw ruleViolated("shift_not_accepted", `This shift ${shiftWords[shift.status]}.`);
  }
  const { opensAt, closesAt } = checkInWindow(shift);
  if (now < opensAt) {
    throw ruleViolated("check_in_not_open", "Check-in is not open yet.", { opensAt });
  }
  if (now >= closesAt || event.status === "completed") {
    throw ruleViolated("shift_over", "This shift is over. Ask the agency to enter your hours.", { closesAt });
  }
}

/** A position and a code come from a phone; everything else needs somebody who runs the event. */
function refuseUnproved(
  { verificationMethod, location, code, reason }: AttendanceCommandOf<"checkIn">,
  outside: AttendanceOutside,
  { actor }: DecisionContext,
): void {
  const isOwnWord = actor.kind === "person" && actor.role === "agent";
  if (verificationMethod === "gps" && location === undefined) {
    throw invalid("A check-in by position needs a position.", {
      location: "Switch location on and try again.",
    });
  }
  if (verificationMethod === "qrcode") refuseCode(code, outside);
  if (isOwnWord && (verificationMethod === "manager" || verificationMethod === "other")) {
    throw forbidden("Only the manager can confirm an arrival. Ask to be checked in.");
  }
  if (actor.kind === "person" && actor.role === "admin" && reason === undefined) {
    throw invalid("The desk checks somebody in with a reason.", { reason: "Enter a reason." });
  }
}

function refuseCode(code: string | undefined, { code: verdict }: AttendanceOutside): void {
  if (code === undefined) throw invalid("A check-in by code needs the code.", { code: "Enter the code." });
  if (verdict === "old") {
    throw ruleViolated("code_expired", "This code has run out. Use the one on the manager’s screen now.");
  }
  if (verdict !== "valid") {
    throw ruleViolated(
      "code_wrong",
      "This is not a code of this event. Use the one on the manager’s screen.",
    );
  }
}

/** How far away the phone believes to be, so that its owner can judge it (U-53). */
function notAtVenue(
  { grade, distanceM, position }: ReturnType<typeof evidenceOf>,
  { venue }: AttendedEvent,
): Error {
  const data = { grade, distanceM, accuracyM: position?.accuracy ?? null, radiusM: venue.radiusM };
  if (grade === "unverified") {
    return ruleViolated(
      "position_unverified",
      "The position of this venue is not known. Scan the event code, or ask the manager.",
      data,
    );
  }
  return ruleViolated(
    "not_at_venue",
    "Your phone does not place you at the venue. Scan the event code, or ask the manager.",
    data,
  );
}

/** What the manager has to confirm; asking twice says nothing new. */
export function decideAskCheckIn(
  command: AttendanceCommandOf<"askCheckIn">,
  state: Attendance,
  context: DecisionContext,
): readonly Fact[] {
  const shift = shiftOf(state, command.assignmentId);
  const event = eventOf(state, shift);
  if (isIn(shift) || shift.askedAt !== null) return [];
  refuseUnlessDue(shift, event, context.now);
  const evidence = evidenceOf(command, null, event, context.now);
  const { location, metadata } = placeOf(evidence, event);
  return [
    fact(
      "STAFF_CHECK_IN_ASKED",
      {
        assignmentId: shift.id,
        eventId: shift.eventId,
        userId: shift.userId,
        askedAt: context.now,
        location,
      },
      metadata,
    ),
  ];
}
