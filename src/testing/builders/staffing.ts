import { notAttended } from "@/modules/staffing/staffing";
import type {
  Assignment,
  Commitment,
  Offer,
  Slot,
  StaffedEvent,
  Staffing,
  StaffingOutside,
} from "@/modules/staffing/staffing";
import { agent, manager, testId } from "./actors";
import { bookingId, venues } from "./bookings";

/** When tests of shifts look at them: three weeks ahead of the event. */
export const lookedAt = "2026-11-14T15:00:00.000Z";

/** The manager's event, two hours in New York; its number makes its id. */
export function staffedEvent(change: Partial<StaffedEvent> = {}): StaffedEvent {
  return {
    id: testId(7, 1),
    number: 221,
    bookingId,
    status: "preparing",
    managerId: manager.id,
    timeZone: "America/New_York",
    startsAt: "2026-12-05T15:00:00.000Z",
    endsAt: "2026-12-05T17:00:00.000Z",
    location: { id: venues.park.id, name: "Bryant Park", address: "New York" },
    ...change,
  };
}

/** An open slot of that event. */
export function slotIn(change: Partial<Slot> = {}): Slot {
  const { startsAt, endsAt } = staffedEvent();
  return {
    id: testId(16, 1),
    eventId: testId(7, 1),
    bookingId,
    activityId: testId(12, 1),
    role: "Host",
    seat: 1,
    startsAt,
    endsAt,
    status: "open",
    replacesAssignmentId: null,
    autoNext: true,
    stopAt: startsAt,
    version: 1,
    ...change,
  };
}

export const offerUntil = (responseDeadline: string): Offer => ({
  offeredAt: "2026-11-14T14:00:00.000Z",
  responseDeadline,
  compensation: null,
  group: null,
});

/** The agent's, offered for two days. */
export function assignmentIn(change: Partial<Assignment> = {}): Assignment {
  const slot = slotIn();
  return {
    id: testId(17, 1),
    slotId: slot.id,
    eventId: slot.eventId,
    bookingId,
    activityId: slot.activityId,
    userId: agent.id,
    role: slot.role,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    instructions: "",
    status: "offered",
    createdBy: manager.id,
    createdAt: "2026-11-14T14:00:00.000Z",
    offer: offerUntil("2026-11-16T14:00:00.000Z"),
    answeredAt: null,
    answerNote: null,
    isAvailableForFuture: null,
    override: null,
    withdrawal: null,
    attendance: notAttended,
    version: 2,
    ...change,
  };
}

/** One event with one slot and these people asked for it. */
export function staffingOf(assignments: readonly Assignment[], change: Partial<Staffing> = {}): Staffing {
  return { events: [staffedEvent()], slots: [slotIn()], assignments, standby: [], ...change };
}

export const nothingOutside: StaffingOutside = { people: [], commitments: [], ranked: [], misfits: [] };

/** An agreed shift of the agent's elsewhere, at the very time of the event. */
export function commitmentIn(change: Partial<Commitment> = {}): Commitment {
  const { startsAt, endsAt } = staffedEvent();
  return {
    assignmentId: testId(17, 90),
    userId: agent.id,
    eventId: testId(7, 90),
    eventNumber: 230,
    title: "Tea morning",
    startsAt,
    endsAt,
    ...change,
  };
}
