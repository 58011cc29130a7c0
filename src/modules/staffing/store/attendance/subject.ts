import "server-only";
import type { Subject } from "@/commands/decider";
import {
  type Attendance,
  type AttendanceOutside,
  type HoursState,
  shiftOf,
} from "@/modules/staffing/attendance/attendance";
import type { AttendanceCommandOf } from "@/modules/staffing/attendance/commands";
import { decideAttendance } from "@/modules/staffing/attendance/decide";
import { evolveAttendance } from "@/modules/staffing/attendance/evolve";
import type { PositionGrade } from "@/values/geo-position";
import { attendancePolicy } from "@/modules/staffing/attendance/policy";
import type { AssignmentStatus } from "@/modules/staffing/inputs";
import { loadAttendance } from "./load";
import { saveAttendance } from "./save";

/** Where a shift stands after a command of attendance; instants are ISO 8601 UTC. */
export interface AttendanceAnswer {
  readonly assignmentId: string;
  readonly eventId: string;
  readonly status: AssignmentStatus;
  readonly askedAt: string | null;
  readonly checkedInAt: string | null;
  /** How well the check-in proved the presence; null before it. */
  readonly grade: PositionGrade | null;
  readonly distanceM: number | null;
  readonly checkedOutAt: string | null;
  readonly hoursWorked: number | null;
  readonly hoursState: HoursState | null;
  readonly version: number;
}

const attended = {
  name: "staffing",
  recordName: "shift",
  policy: attendancePolicy,
  decide: decideAttendance,
  evolve: evolveAttendance,
  load: loadAttendance,
  save: saveAttendance,
  /** The booking of whichever shift the fact is about. */
  correlationId: (state: Attendance, _: object, { payload }: { readonly payload: object }) =>
    shiftOf(state, "assignmentId" in payload ? String(payload.assignmentId) : "").bookingId,
} as const;

/** Who came to one shift, and for how long. */
export const attendance: Subject<
  AttendanceCommandOf<
    "checkIn" | "askCheckIn" | "checkOut" | "assumeCheckOut" | "reportNoShow" | "correctHours"
  >,
  Attendance,
  AttendanceOutside,
  AttendanceAnswer
> = { ...attended, result: (state, { assignmentId }) => answerOf(state, assignmentId) };

/** The hours of many shifts at once. */
export const hours: Subject<
  AttendanceCommandOf<"approveHours">,
  Attendance,
  AttendanceOutside,
  { readonly shifts: readonly AttendanceAnswer[] }
> = {
  ...attended,
  result: (state, { assignmentIds }) => ({ shifts: assignmentIds.map((id) => answerOf(state, id)) }),
};

function answerOf(state: Attendance, assignmentId: string): AttendanceAnswer {
  const shift = shiftOf(state, assignmentId);
  return {
    assignmentId,
    eventId: shift.eventId,
    status: shift.status,
    askedAt: shift.askedAt,
    checkedInAt: shift.checkedInAt,
    grade: shift.checkIn?.grade ?? null,
    distanceM: shift.checkIn?.distanceM ?? null,
    checkedOutAt: shift.checkedOutAt,
    hoursWorked: shift.hoursWorked,
    hoursState: shift.hoursState,
    version: shift.version,
  };
}
