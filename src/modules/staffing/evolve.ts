import type { DecisionContext } from "@/commands/decider";
import type { PayloadOf } from "@/domain-events/catalog/catalog";
import type { Fact } from "@/domain-events/catalog/fact";
import { instantAtVenue, toIsoInstant } from "@/values/venue-time";
import { slotOfNewAssignment } from "./assignment-id";
import type { StaffingCommand } from "./commands";
import {
  type Assignment,
  assignmentOf,
  eventOf,
  notAttended,
  type Slot,
  slotOf,
  type Staffing,
} from "./staffing";

interface Origin {
  readonly command: StaffingCommand;
  readonly context: DecisionContext;
}

/** The next state after one fact of a shift; facts of other subjects leave it as it is. */
export function evolve(state: Staffing, fact: Fact, origin: Origin): Staffing {
  switch (fact.type) {
    case "STAFF_ASSIGNMENT_CREATED":
      return { ...state, assignments: [...state.assignments, created(state, fact.payload)] };
    case "STAFF_ASSIGNMENT_OFFERED":
      return steered(offered(state, fact.payload, origin), fact.payload.assignmentId, origin);
    case "STAFF_ASSIGNMENT_ACCEPTED":
      return changed(state, fact.payload.assignmentId, {
        status: "accepted",
        answeredAt: fact.payload.acceptedAt,
        answerNote: fact.payload.notes ?? null,
        isAvailableForFuture: null,
        override: fact.metadata?.override ?? null,
      });
    case "STAFF_ASSIGNMENT_REJECTED":
      return changed(state, fact.payload.assignmentId, {
        status: "rejected",
        answeredAt: fact.payload.rejectedAt,
        answerNote: fact.payload.reason === "" ? null : fact.payload.reason,
        isAvailableForFuture: fact.payload.isAvailableForFuture,
      });
    case "STAFF_ASSIGNMENT_EXPIRED":
      return changed(state, fact.payload.assignmentId, { status: "expired" });
    case "STAFF_ASSIGNMENT_WITHDRAWN":
      return withdrawn(state, fact.payload);
    case "STAFF_STANDBY_JOINED": {
      const { slotId, userId, joinedAt } = fact.payload;
      return { ...state, standby: [...state.standby, { slotId, userId, since: joinedAt }] };
    }
    default:
      return state;
  }
}

function created(state: Staffing, payload: PayloadOf<"STAFF_ASSIGNMENT_CREATED">): Assignment {
  const slot = slotOfNewAssignment(state, payload);
  return {
    id: payload.assignmentId,
    slotId: slot.id,
    eventId: slot.eventId,
    bookingId: slot.bookingId,
    activityId: slot.activityId,
    userId: payload.userId,
    role: payload.role,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    instructions: payload.instructions ?? "",
    status: "created",
    createdBy: payload.createdBy,
    createdAt: payload.createdAt,
    offer: null,
    answeredAt: null,
    answerNote: null,
    isAvailableForFuture: null,
    override: null,
    withdrawal: null,
    attendance: notAttended,
    version: 1,
  };
}

function offered(state: Staffing, payload: PayloadOf<"STAFF_ASSIGNMENT_OFFERED">, origin: Origin): Staffing {
  const { assignmentId, offeredAt, responseDeadline, compensation, userId } = payload;
  const { slotId } = assignmentOf(state, assignmentId);
  // What is offered is the time of the slot, which may have moved since; whoever is asked need not wait any more.
  const { startsAt, endsAt } = slotOf(state, slotId);
  const standby = state.standby.filter((one) => one.slotId !== slotId || one.userId !== userId);
  return changed({ ...state, standby }, assignmentId, {
    startsAt,
    endsAt,
    status: "offered",
    offer: {
      offeredAt,
      responseDeadline: toIsoInstant(responseDeadline),
      compensation: compensation ?? null,
      group: groupOf(state, payload.userId, origin),
    },
    answeredAt: null,
    answerNote: null,
    override: null,
  });
}

/** What one command offers one person at once is one group, named after its first shift. */
function groupOf(state: Staffing, userId: string, { command, context }: Origin): string | null {
  const together = state.assignments.filter((one) => {
    if (one.userId !== userId) return false;
    if (command.type === "offer") return command.assignmentIds.some((id) => id === one.id);
    return command.type === "createAssignment" && one.createdAt === context.now;
  });
  return together.length > 1 ? (together[0]?.id ?? null) : null;
}

/** An offer may say how its slot goes on when it is turned down. */
function steered(state: Staffing, assignmentId: string, { command }: Origin): Staffing {
  const terms =
    command.type === "offer" ? command : command.type === "createAssignment" ? command.offer : undefined;
  if (terms?.autoNext === undefined && terms?.stopAt === undefined) return state;
  const { slotId, eventId } = assignmentOf(state, assignmentId);
  const { timeZone } = eventOf(state, eventId);
  const steer = (slot: Slot): Slot => ({
    ...slot,
    autoNext: terms.autoNext ?? slot.autoNext,
    stopAt: terms.stopAt === undefined ? slot.stopAt : instantAtVenue(terms.stopAt, timeZone),
    version: slot.version + 1,
  });
  return { ...state, slots: state.slots.map((slot) => (slot.id === slotId ? steer(slot) : slot)) };
}

function withdrawn(state: Staffing, payload: PayloadOf<"STAFF_ASSIGNMENT_WITHDRAWN">): Staffing {
  const { withdrawnAt, withdrawnBy, reason, initiatedBy, leadTimeHours } = payload;
  return changed(state, payload.assignmentId, {
    status: "withdrawn",
    withdrawal: { at: withdrawnAt, by: withdrawnBy, reason, initiatedBy, leadTimeHours },
  });
}

function changed(state: Staffing, assignmentId: string, to: Partial<Assignment>): Staffing {
  const assignments = state.assignments.map((one) =>
    one.id === assignmentId ? { ...one, ...to, version: one.version + 1 } : one,
  );
  return { ...state, assignments };
}
