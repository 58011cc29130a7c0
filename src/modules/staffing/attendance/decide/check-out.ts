import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { FactMetadata } from "@/domain-events/catalog/envelope";
import {
  type Attendance,
  type AttendedShift,
  eventOf,
  sameAttendance,
  shiftOf,
} from "@/modules/staffing/attendance/attendance";
import { isAssumedFrom } from "@/modules/staffing/attendance/check-in-times";
import type { AttendanceCommandOf } from "@/modules/staffing/attendance/commands";
import { evidenceOf, type FromDevice, placeOf } from "@/modules/staffing/attendance/evidence";
import {
  assumedEnd,
  breakIsTooLong,
  endOfShift,
  shareHours,
  workedHours,
} from "@/modules/staffing/attendance/hours";
import { shiftWords } from "@/modules/staffing/attendance/shift-words";

/**
 * One fact for each shift of the person at the event, which share the hours (rule 34); none when they left already.
 * Leaving early takes a reason; after the longest shift there is, the planned end stands (rule 32).
 */
export function decideCheckOut(
  command: AttendanceCommandOf<"checkOut">,
  state: Attendance,
  context: DecisionContext,
): readonly Fact[] {
  const shift = shiftOf(state, command.assignmentId);
  if (shift.status === "checked_out") return [];
  const { checkedInAt } = shift;
  if (shift.status !== "checked_in" || checkedInAt === null) {
    throw ruleViolated("not_checked_in", `Nobody checked in: this shift ${shiftWords[shift.status]}.`);
  }
  const { at } = endOfShift({ checkedInAt, endsAt: shift.endsAt }, context.now);
  if (breakIsTooLong(checkedInAt, at, command.breakMinutes)) {
    throw invalid("The break is longer than the shift.", { breakMinutes: "Enter a shorter break." });
  }
  const isEarly = at < shift.endsAt;
  if (isEarly && command.reason === undefined) {
    throw invalid("Leaving before the planned end takes a reason.", { reason: "Enter a reason." });
  }
  return left(state, shift, {
    at,
    breakMinutes: command.breakMinutes,
    device: command,
    feedback: command.feedback,
    metadata:
      command.reason === undefined
        ? {}
        : {
            override: {
              reason: command.reason,
              by: actorId(context.actor),
              snapshot: { plannedEnd: shift.endsAt },
            },
          },
  });
}

/** By the clock, for whoever forgot: the planned end, to be confirmed by a person (rule 32). */
export function decideAssumeCheckOut(
  command: AttendanceCommandOf<"assumeCheckOut">,
  state: Attendance,
  context: DecisionContext,
): readonly Fact[] {
  const shift = shiftOf(state, command.assignmentId);
  if (shift.status !== "checked_in" || shift.checkedInAt === null || context.now < isAssumedFrom(shift)) {
    return [];
  }
  const at = assumedEnd({ checkedInAt: shift.checkedInAt, endsAt: shift.endsAt });
  return left(state, shift, { at, breakMinutes: 0, device: {}, feedback: undefined, metadata: {} });
}

interface Leaving {
  readonly at: string;
  readonly breakMinutes: number;
  readonly device: FromDevice;
  readonly feedback: string | undefined;
  readonly metadata: FactMetadata;
}

function left(
  state: Attendance,
  shift: AttendedShift,
  { at, breakMinutes, device, feedback, metadata }: Leaving,
): readonly Fact[] {
  const event = eventOf(state, shift);
  const place = placeOf(evidenceOf(device, null, event, at), event);
  const leaving = sameAttendance(state, shift).filter(({ status }) => status === "checked_in");
  const hours = shareHours(workedHours(shift.checkedInAt ?? at, at, breakMinutes), leaving);
  return leaving.map(({ id, eventId, userId }) =>
    fact(
      "STAFF_CHECKED_OUT",
      {
        assignmentId: id,
        eventId,
        userId,
        checkedOutAt: at,
        hoursWorked: hours.get(id) ?? 0,
        location: place.location,
        ...(feedback !== undefined && { feedback }),
      },
      { ...place.metadata, ...metadata, breakMinutes },
    ),
  );
}
