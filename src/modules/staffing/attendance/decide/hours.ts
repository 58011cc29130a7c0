import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import {
  type Attendance,
  type AttendedShift,
  eventOf,
  shiftOf,
} from "@/modules/staffing/attendance/attendance";
import type { AttendanceCommandOf } from "@/modules/staffing/attendance/commands";
import { keptHours } from "@/modules/staffing/attendance/hours";
import { shiftWords } from "@/modules/staffing/attendance/shift-words";

/**
 * Restates the hours of a shift with a reason. Also for somebody who was there and never checked in, once the shift is
 * over: they were accepted or taken for a no-show, and had no hours before. What was approved wants approval again.
 */
export function decideCorrectHours(
  command: AttendanceCommandOf<"correctHours">,
  state: Attendance,
  context: DecisionContext,
): readonly Fact[] {
  const shift = shiftOf(state, command.assignmentId);
  refuseUnlessWorked(shift, state, context.now);
  const hoursWorked = keptHours(command.hoursWorked);
  if (hoursWorked === shift.hoursWorked) return [];
  return [
    fact("STAFF_HOURS_CORRECTED", {
      ...idsOf(shift),
      correctedBy: actorId(context.actor),
      correctedAt: context.now,
      previousHours: shift.hoursWorked ?? 0,
      hoursWorked,
      reason: command.reason,
    }),
  ];
}

function refuseUnlessWorked(shift: AttendedShift, state: Attendance, now: string): void {
  if (shift.status === "checked_out") return;
  if (shift.status === "checked_in") {
    throw ruleViolated("still_checked_in", "They are still checked in. Check them out first.");
  }
  const couldHaveCome = shift.status === "accepted" || shift.status === "no_show";
  if (!couldHaveCome || eventOf(state, shift).status === "cancelled") {
    throw ruleViolated("nothing_worked", `Nothing was worked: this shift ${shiftWords[shift.status]}.`);
  }
  if (now < shift.endsAt) {
    throw ruleViolated("shift_not_over", "This shift is not over. Check them in instead.");
  }
}

/** One fact per shift whose hours are not approved yet. Approving assumed hours confirms them (rule 32). */
export function decideApproveHours(
  { assignmentIds }: AttendanceCommandOf<"approveHours">,
  state: Attendance,
  context: DecisionContext,
): readonly Fact[] {
  return [...new Set(assignmentIds)].flatMap((assignmentId) => {
    const shift = shiftOf(state, assignmentId);
    if (shift.hoursState === "approved") return [];
    if (shift.status !== "checked_out" || shift.hoursWorked === null) {
      throw ruleViolated("no_hours", "A shift has no hours yet, so they cannot be approved.", {
        assignmentId,
      });
    }
    return fact("STAFF_HOURS_APPROVED", {
      ...idsOf(shift),
      approvedBy: actorId(context.actor),
      approvedAt: context.now,
      hoursWorked: shift.hoursWorked,
    });
  });
}

function idsOf({ id, eventId, userId }: AttendedShift) {
  return { assignmentId: id, eventId, userId };
}
