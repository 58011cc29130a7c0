import type { AssignmentStatus } from "./inputs";
import type { NextInRank } from "./succession";

/** What shifts are. Instants are ISO 8601 UTC with milliseconds, amounts are per hour in their currency. */

/** An event as the rules of its shifts see it; its row belongs to another subject and is only read. */
export interface StaffedEvent {
  readonly id: string;
  readonly number: number;
  readonly bookingId: string;
  readonly status:
    | "scheduled"
    | "assigned"
    | "preparing"
    | "ready"
    | "in_progress"
    | "completed"
    | "cancelled";
  readonly managerId: string | null;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location: { readonly id: string; readonly name: string; readonly address: string };
}

/** One head of one role of one activity. */
export interface Slot {
  readonly id: string;
  readonly eventId: string;
  readonly bookingId: string;
  readonly activityId: string;
  readonly role: string;
  /** The how-manieth head of its role, from 1. */
  readonly seat: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: "open" | "closed";
  /** The no-show whose remaining time it fills (domain.md rule 27). */
  readonly replacesAssignmentId: string | null;
  /** The workflow offers it to the next in rank by itself, until `stopAt`. */
  readonly autoNext: boolean;
  readonly stopAt: string;
  readonly version: number;
}

export interface Compensation {
  readonly rate: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly estimatedHours: number;
}

export interface Offer {
  readonly offeredAt: string;
  readonly responseDeadline: string;
  readonly compensation: Compensation | null;
  /** Several dates that one person was offered at once bear the id of the first of them. */
  readonly group: string | null;
}

export interface Withdrawal {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly initiatedBy: "agent" | "agency" | "system";
  /** Notice given; negative after the start (domain.md rule 25). */
  readonly leadTimeHours: number;
}

/** Who pushed an acceptance through a warning, and what the warning was. */
export interface Override {
  readonly reason: string;
  readonly by: string;
  readonly snapshot: unknown;
}

/** What is kept of a check-in or check-out that counts; its shape is the business of attendance. */
export type Presence = Readonly<Record<string, unknown>>;

export interface Attendance {
  readonly checkedInAt: string | null;
  readonly checkIn: Presence | null;
  readonly checkedOutAt: string | null;
  readonly checkOut: Presence | null;
  readonly breakMinutes: number;
  readonly hoursWorked: number | null;
  readonly hoursState: "assumed" | "recorded" | "approved" | null;
  readonly noShowAt: string | null;
}

export const notAttended: Attendance = {
  checkedInAt: null,
  checkIn: null,
  checkedOutAt: null,
  checkOut: null,
  breakMinutes: 0,
  hoursWorked: null,
  hoursState: null,
  noShowAt: null,
};

/** One person for one slot: planned, asked, there, gone. */
export interface Assignment {
  readonly id: string;
  readonly slotId: string;
  readonly eventId: string;
  readonly bookingId: string;
  readonly activityId: string;
  readonly userId: string;
  readonly role: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly instructions: string;
  readonly status: AssignmentStatus;
  /** A person's id or "system". */
  readonly createdBy: string;
  readonly createdAt: string;
  readonly offer: Offer | null;
  readonly answeredAt: string | null;
  readonly answerNote: string | null;
  readonly isAvailableForFuture: boolean | null;
  readonly override: Override | null;
  readonly withdrawal: Withdrawal | null;
  readonly attendance: Attendance;
  /** 1 from the start, raised by every change. */
  readonly version: number;
}

/** Who would step in, in the order in which they said so. */
export interface Standby {
  readonly slotId: string;
  readonly userId: string;
  readonly since: string;
}

/** Some slots with everybody who was ever asked for them, and their events: what one command decides about. */
export interface Staffing {
  readonly events: readonly StaffedEvent[];
  readonly slots: readonly Slot[];
  readonly assignments: readonly Assignment[];
  readonly standby: readonly Standby[];
}

export interface PersonNow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly active: boolean;
}

/** A shift of somebody's at another event, accepted or begun; its time is that of its event. */
export interface Commitment {
  readonly assignmentId: string;
  readonly userId: string;
  readonly eventId: string;
  readonly eventNumber: number;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Why somebody should not have a shift; what nobody can answer for is not overridable (domain.md rule 26). */
export interface Misfit {
  readonly kind: string;
  readonly sentence: string;
  readonly isOverridable: boolean;
}

/** What `load` brings besides the state, each where its command needs it. */
export interface StaffingOutside {
  /** Those of the people a command names that there are. */
  readonly people: readonly PersonNow[];
  /** Of the people in question, at other events. */
  readonly commitments: readonly Commitment[];
  /** Who could be asked next for the slot of `succeed`, the best first. */
  readonly ranked: readonly NextInRank[];
  /** What stands against the person of `accept` besides overlaps, at this moment. */
  readonly misfits: readonly Misfit[];
}

/** The assignment that a command names. Throws when `load` did not bring it, which no caller can cause. */
export function assignmentOf(state: Pick<Staffing, "assignments">, assignmentId: string): Assignment {
  return found(
    state.assignments.find(({ id }) => id === assignmentId),
    "assignment",
  );
}

export function slotOf(state: Pick<Staffing, "slots">, slotId: string): Slot {
  return found(
    state.slots.find(({ id }) => id === slotId),
    "slot",
  );
}

export function eventOf(state: Pick<Staffing, "events">, eventId: string): StaffedEvent {
  return found(
    state.events.find(({ id }) => id === eventId),
    "event",
  );
}

function found<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing === undefined) throw new Error(`the ${what} was not loaded`);
  return thing;
}

const filling: ReadonlySet<AssignmentStatus> = new Set(["accepted", "checked_in", "checked_out"]);
const asking: ReadonlySet<AssignmentStatus> = new Set(["created", "offered", "accepted", "checked_in"]);

/** Whoever has the slot; a slot is filled once, however many were asked (domain.md rule 22). */
export function holderOf({ assignments }: Pick<Staffing, "assignments">, slotId: string): Assignment | null {
  return assignments.find((one) => one.slotId === slotId && filling.has(one.status)) ?? null;
}

/** True while somebody is planned or asked for the slot, or has it. */
export function isLive({ status }: Pick<Assignment, "status">): boolean {
  return asking.has(status);
}
