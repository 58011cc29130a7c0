import type { DecisionContext } from "@/commands/decider";
import type { Fact } from "@/domain-events/catalog/fact";
import { addMinutes } from "@/values/venue-time";
import { type Attendance, type AttendedShift, eventOf, shiftOf } from "./attendance";
import type { AttendanceCommand } from "./commands";
import { evidenceOf, type FromDevice } from "./evidence";
import { endOfShift } from "./hours";

interface Origin {
  readonly command: AttendanceCommand;
  readonly context: DecisionContext;
}

/** The next state after one fact of attendance; other facts leave it as it is. */
export function evolveAttendance(state: Attendance, fact: Fact, { command, context }: Origin): Attendance {
  const device: FromDevice = "location" in command || "deviceTime" in command ? command : {};
  switch (fact.type) {
    case "STAFF_CHECK_IN_ASKED":
      return changed(state, fact.payload.assignmentId, (shift) => ({
        askedAt: fact.payload.askedAt,
        ask: evidenceOf(device, null, eventOf(state, shift), fact.payload.askedAt),
      }));
    case "STAFF_CHECKED_IN": {
      const { assignmentId, checkedInAt, verificationMethod } = fact.payload;
      return changed(state, assignmentId, (shift) => ({
        status: "checked_in",
        checkedInAt,
        checkIn: evidenceOf(device, verificationMethod, eventOf(state, shift), checkedInAt),
      }));
    }
    case "STAFF_CHECKED_OUT": {
      const { assignmentId, checkedOutAt, hoursWorked } = fact.payload;
      return changed(state, assignmentId, (shift) => ({
        status: "checked_out",
        checkedOutAt,
        checkOut: evidenceOf(device, null, eventOf(state, shift), checkedOutAt),
        breakMinutes: fact.metadata?.breakMinutes ?? 0,
        hoursWorked,
        hoursState: isAssumed(shift, context) ? "assumed" : "recorded",
      }));
    }
    case "STAFF_NO_SHOW":
      return changed(state, fact.payload.assignmentId, () => ({
        status: "no_show",
        noShowAt: fact.payload.reportedAt,
      }));
    case "STAFF_HOURS_CORRECTED":
      return changed(state, fact.payload.assignmentId, (shift) => ({
        ...(shift.status === "checked_out" ? {} : attendedByWord(shift, fact.payload.hoursWorked)),
        hoursWorked: fact.payload.hoursWorked,
        hoursState: "recorded",
        correction: {
          by: fact.payload.correctedBy,
          at: fact.payload.correctedAt,
          previousHours: fact.payload.previousHours,
          reason: fact.payload.reason,
        },
        approval: null,
      }));
    case "STAFF_HOURS_APPROVED":
      return changed(state, fact.payload.assignmentId, () => ({
        hoursState: "approved",
        approval: { by: fact.payload.approvedBy, at: fact.payload.approvedAt },
      }));
    default:
      return state;
  }
}

/** The clock did it, or a person so late that the planned end stands. */
function isAssumed({ checkedInAt, endsAt }: AttendedShift, { actor, now }: DecisionContext): boolean {
  return (
    actor.kind === "system" || (checkedInAt !== null && endOfShift({ checkedInAt, endsAt }, now).isAssumed)
  );
}

/** Somebody who was there and never checked in is taken to have begun on time. */
function attendedByWord(shift: AttendedShift, hours: number): Partial<AttendedShift> {
  return {
    status: "checked_out",
    checkedInAt: shift.startsAt,
    checkedOutAt: addMinutes(shift.startsAt, Math.round(hours * 60)),
  };
}

function changed(
  state: Attendance,
  assignmentId: string,
  to: (shift: AttendedShift) => Partial<AttendedShift>,
): Attendance {
  const next = { ...shiftOf(state, assignmentId) };
  const after = { ...next, ...to(next), version: next.version + 1 };
  return { ...state, shifts: state.shifts.map((shift) => (shift.id === assignmentId ? after : shift)) };
}
