import type { DecisionContext } from "@/commands/decider";
import type { Fact } from "@/domain-events/catalog/fact";
import type { Attendance, AttendanceOutside } from "./attendance";
import type { AttendanceCommand } from "./commands";
import { decideAskCheckIn, decideCheckIn } from "./decide/check-in";
import { decideAssumeCheckOut, decideCheckOut } from "./decide/check-out";
import { decideApproveHours, decideCorrectHours } from "./decide/hours";
import { decideReportNoShow } from "./decide/no-show";

/** The rules of who came, and for how long (domain.md rules 27 to 34). */
export function decideAttendance(
  command: AttendanceCommand,
  state: Attendance,
  outside: AttendanceOutside,
  context: DecisionContext,
): readonly Fact[] {
  switch (command.type) {
    case "checkIn":
      return decideCheckIn(command, state, outside, context);
    case "askCheckIn":
      return decideAskCheckIn(command, state, context);
    case "checkOut":
      return decideCheckOut(command, state, context);
    case "assumeCheckOut":
      return decideAssumeCheckOut(command, state, context);
    case "reportNoShow":
      return decideReportNoShow(command, state, context);
    case "correctHours":
      return decideCorrectHours(command, state, context);
    case "approveHours":
      return decideApproveHours(command, state, context);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown attendance command ${JSON.stringify(command)}`);
}
