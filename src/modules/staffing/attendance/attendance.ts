import type { AssignmentStatus } from "@/modules/staffing/inputs";
import type { StaffedEvent } from "@/modules/staffing/staffing";
import type { Position, PositionGrade, Venue } from "@/values/geo-position";

/** Who came to a shift, when, and for how long. Instants are ISO 8601 UTC with milliseconds. */

export type VerificationMethod = "gps" | "qrcode" | "manager" | "other";

/** `assumed` was proposed by the system, `recorded` waits for approval. */
export type HoursState = "assumed" | "recorded" | "approved";

/** How a check-in, a check-out or a wish to be checked in was proved; times are the server's. */
export interface Evidence {
  readonly at: string;
  /** What the phone's clock said; shown, never trusted. */
  readonly deviceTime: string | null;
  /** Null for a check-out, which proves nothing, and for a wish. */
  readonly method: VerificationMethod | null;
  /** Where the device was; null when none said. */
  readonly position: Position | null;
  readonly distanceM: number | null;
  readonly grade: PositionGrade;
}

/** Who restated the hours, and why; the last one counts. */
export interface HoursCorrection {
  readonly by: string;
  readonly at: string;
  readonly previousHours: number;
  readonly reason: string;
}

export interface HoursApproval {
  readonly by: string;
  readonly at: string;
}

export interface AttendedShift {
  readonly id: string;
  readonly slotId: string;
  readonly eventId: string;
  readonly bookingId: string;
  readonly userId: string;
  readonly role: string;
  /** The planned length of its activity: how one attendance is shared out (rule 34). */
  readonly activityMinutes: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: AssignmentStatus;
  /** When somebody who could not prove that they are there asked to be checked in. */
  readonly askedAt: string | null;
  readonly ask: Evidence | null;
  readonly checkedInAt: string | null;
  readonly checkIn: Evidence | null;
  readonly checkedOutAt: string | null;
  readonly checkOut: Evidence | null;
  readonly breakMinutes: number;
  readonly hoursWorked: number | null;
  readonly hoursState: HoursState | null;
  readonly correction: HoursCorrection | null;
  readonly approval: HoursApproval | null;
  readonly noShowAt: string | null;
  /** Raised by every change. */
  readonly version: number;
}

/** An event as the rules of attendance see it; its row belongs to another subject and is only read. */
export interface AttendedEvent {
  readonly id: string;
  readonly number: number;
  readonly status: StaffedEvent["status"];
  readonly managerId: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venue: Venue;
}

/** The shifts that a command is about, and whatever else the same people do at the same events. */
export interface Attendance {
  readonly events: readonly AttendedEvent[];
  readonly shifts: readonly AttendedShift[];
}

/** What a code that was scanned or typed is worth (rule 30): `old` was one of this event within the last hour. */
export type CodeVerdict = "valid" | "old" | "wrong";

/** What `load` brings besides the state. */
export interface AttendanceOutside {
  /** Null when the command carries no code. */
  readonly code: CodeVerdict | null;
}

/** The shift that a command names. Throws when `load` did not bring it, which no caller can cause. */
export function shiftOf({ shifts }: Attendance, assignmentId: string): AttendedShift {
  const shift = shifts.find(({ id }) => id === assignmentId);
  if (!shift) throw new Error("the shift was not loaded");
  return shift;
}

export function eventOf({ events }: Attendance, { eventId }: Pick<AttendedShift, "eventId">): AttendedEvent {
  const event = events.find(({ id }) => id === eventId);
  if (!event) throw new Error("the event of the shift was not loaded");
  return event;
}

/** All shifts of the same person at the same event: one attendance (rule 34). */
export function sameAttendance({ shifts }: Attendance, shift: AttendedShift): readonly AttendedShift[] {
  return shifts.filter(({ eventId, userId }) => eventId === shift.eventId && userId === shift.userId);
}
