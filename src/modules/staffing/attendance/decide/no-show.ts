import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { type Attendance, eventOf, sameAttendance, shiftOf } from "@/modules/staffing/attendance/attendance";
import { isOver, mayBeNoShowFrom } from "@/modules/staffing/attendance/check-in-times";
import type { AttendanceCommandOf } from "@/modules/staffing/attendance/commands";
import { shiftWords } from "@/modules/staffing/attendance/shift-words";

/**
 * The start and the grace are over, nobody checked in, the event is on and the person was not replaced (rule 27). One
 * fact for each shift of the person at the event; a consequence has to wait until the event is over.
 */
export function decideReportNoShow(
  command: AttendanceCommandOf<"reportNoShow">,
  state: Attendance,
  context: DecisionContext,
): readonly Fact[] {
  const shift = shiftOf(state, command.assignmentId);
  const event = eventOf(state, shift);
  if (shift.status === "no_show") return [];
  if (shift.status !== "accepted") {
    throw ruleViolated("shift_not_accepted", `This shift ${shiftWords[shift.status]}.`);
  }
  if (event.status === "cancelled") {
    throw ruleViolated("event_cancelled", "This event was cancelled, so nobody had to come.");
  }
  const from = mayBeNoShowFrom(shift);
  if (context.now < from) {
    throw ruleViolated("too_early_for_no_show", "They may still come: wait until the grace is over.", {
      from,
    });
  }
  if (command.consequenceLevel !== "warning" && !isOver(event, context.now)) {
    throw invalid("A consequence has to wait until the event is over.", {
      consequenceLevel: "Choose a warning for now.",
    });
  }
  return sameAttendance(state, shift)
    .filter(({ status }) => status === "accepted")
    .map(({ id, eventId, userId }) =>
      fact("STAFF_NO_SHOW", {
        assignmentId: id,
        eventId,
        userId,
        reportedBy: actorId(context.actor),
        reportedAt: context.now,
        consequenceLevel: command.consequenceLevel,
        ...(command.notes !== undefined && { notes: command.notes }),
      }),
    );
}
