import "server-only";
import type { Subject } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import type { CommandOf, FollowingCommand, StaffingCommand } from "./commands";
import { decide } from "./decide";
import { slotFilled } from "./decide/accept";
import { evolve } from "./evolve";
import type { AssignmentStatus } from "./inputs";
import { staffingPolicy } from "./policy";
import { type Assignment, assignmentOf, eventOf, type Staffing, type StaffingOutside } from "./staffing";
import { load } from "./store/load";
import { save } from "./store/save";

export { forgottenCheckOuts } from "./store/attendance/due";
export { attendance, hours } from "./store/attendance/subject";

export interface ShiftAnswer {
  readonly assignmentId: string;
  readonly slotId: string;
  readonly eventId: string;
  readonly userId: string;
  readonly status: AssignmentStatus;
  readonly version: number;
}

const shared = {
  name: "staffing",
  policy: staffingPolicy,
  decide,
  evolve,
  load,
  save,
  /** The booking of whichever event the fact is about: one command may reach several. */
  correlationId: (state: Staffing, _: StaffingCommand, { payload }: { readonly payload: object }) =>
    eventOf(state, "eventId" in payload ? String(payload.eventId) : "").bookingId,
  refusals: {
    staff_assignment_filled_key: () => slotFilled(null),
    staff_assignment_one_place: () =>
      ruleViolated("shift_overlap", "At that time there is another shift already."),
    staff_assignment_asked_key: () =>
      ruleViolated("already_asked", "This person is planned or asked for this slot already."),
  },
} as const;

/** Commands on one assignment. */
export const shifts: Subject<
  CommandOf<"accept" | "reject" | "withdraw">,
  Staffing,
  StaffingOutside,
  ShiftAnswer
> = {
  ...shared,
  recordName: "shift",
  result: (state, { assignmentId }) => answerOf(assignmentOf(state, assignmentId)),
};

/** People for slots, many at once. */
export const rosters: Subject<
  CommandOf<"createAssignment" | "offer">,
  Staffing,
  StaffingOutside,
  { readonly assignments: readonly ShiftAnswer[] }
> = {
  ...shared,
  recordName: "shift",
  result: (state, command) => ({ assignments: named(state, command).map(answerOf) }),
};

/** What follows for shifts from facts and from the clock. */
export const shiftsThatFollow: Subject<
  FollowingCommand,
  Staffing,
  StaffingOutside,
  { readonly slots: number }
> = { ...shared, recordName: "shift", result: (state) => ({ slots: state.slots.length }) };

/** Who would step in for a slot. */
export const standbyLists: Subject<
  CommandOf<"joinStandby">,
  Staffing,
  StaffingOutside,
  { readonly slotId: string; readonly standby: number }
> = {
  ...shared,
  recordName: "shift",
  result: ({ standby }, { slotId }) => ({
    slotId,
    standby: standby.filter((one) => one.slotId === slotId).length,
  }),
};

function named(state: Staffing, command: CommandOf<"createAssignment" | "offer">): readonly Assignment[] {
  if (command.type === "offer") return command.assignmentIds.map((id) => assignmentOf(state, id));
  return command.assignments.flatMap(({ slotId, userId }) =>
    state.assignments.filter((one) => one.slotId === slotId && one.userId === userId).slice(-1),
  );
}

function answerOf({ id, slotId, eventId, userId, status, version }: Assignment): ShiftAnswer {
  return { assignmentId: id, slotId, eventId, userId, status, version };
}

export { freeSlotOf, hasCommitments } from "./store/free-slot";
export { dueOffers, type ShiftToRemind, shiftsToRemind } from "./store/due";
export { isKept, keepSlots } from "./store/keep";
