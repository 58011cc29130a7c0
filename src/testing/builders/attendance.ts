import type { Attendance, AttendedEvent, AttendedShift } from "@/modules/staffing/attendance/attendance";
import { agent, manager, testId } from "./actors";
import { bookingId } from "./bookings";

/** Bryant Park, with a fence of 150 metres. */
export const venue = { position: { latitude: 40.7536, longitude: -73.9832 }, radiusM: 150 };

/** The first event: the manager's, from ten to six in New York. */
export function attendedEvent(change: Partial<AttendedEvent> = {}): AttendedEvent {
  return {
    id: testId(7, 1),
    number: 221,
    status: "ready",
    managerId: manager.id,
    startsAt: "2026-10-31T14:00:00.000Z",
    endsAt: "2026-10-31T22:00:00.000Z",
    timeZone: "America/New_York",
    venue,
    ...change,
  };
}

/** The agent's accepted shift at the first event. */
export function attendedShift(change: Partial<AttendedShift> = {}): AttendedShift {
  return {
    id: testId(13, 1),
    slotId: testId(14, 1),
    eventId: testId(7, 1),
    bookingId,
    userId: agent.id,
    role: "Brand ambassador",
    activityMinutes: 120,
    startsAt: "2026-10-31T14:00:00.000Z",
    endsAt: "2026-10-31T22:00:00.000Z",
    status: "accepted",
    askedAt: null,
    ask: null,
    checkedInAt: null,
    checkIn: null,
    checkedOutAt: null,
    checkOut: null,
    breakMinutes: 0,
    hoursWorked: null,
    hoursState: null,
    correction: null,
    approval: null,
    noShowAt: null,
    version: 4,
    ...change,
  };
}

export function attendanceOf(
  shifts: readonly AttendedShift[] = [attendedShift()],
  events: readonly AttendedEvent[] = [attendedEvent()],
): Attendance {
  return { events, shifts };
}
