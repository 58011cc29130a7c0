import type { PayloadOf } from "@/domain-events/catalog/catalog";
import type { Fact } from "@/domain-events/catalog/fact";
import type { NeedCommand } from "@/modules/kits/commands/needs";
import {
  type KitAssignment,
  kitAssignmentOf,
  type Kits,
  kittedEventOf,
  missingIn,
  unitOf,
} from "@/modules/kits/kits";
import { type NeedsOutside, templateOf } from "@/modules/kits/needs/shapes";
import { needWindow } from "@/modules/kits/needs/window";
import { toIsoInstant } from "@/values/venue-time";

interface Origin {
  readonly command: NeedCommand;
  readonly outside: NeedsOutside;
}

/** The next state after one fact of a need; what moves parts changes their rows alone. */
export function evolveNeeds(state: Kits, fact: Fact, origin: Origin): Kits {
  switch (fact.type) {
    case "KIT_ASSIGNED_TO_ACTIVITY":
      return assigned(state, fact.payload, origin);
    case "KIT_ASSIGNMENT_CANCELLED":
      return changed(state, fact.payload.kitAssignmentId, {
        status: "cancelled",
        cancelledReason: fact.payload.reason,
      });
    case "KIT_SHORTAGE_RESOLVED":
      return settled(state, fact.payload, origin);
    case "KIT_RETURN_EXPECTED":
      return expectedLater(state, fact.payload);
    default:
      return state;
  }
}

/** The window is that of the event as it stands now. */
function assigned(state: Kits, payload: PayloadOf<"KIT_ASSIGNED_TO_ACTIVITY">, { outside }: Origin): Kits {
  const event = kittedEventOf(state, payload.eventId);
  const window = needWindow(event, templateOf(outside, payload.kitTemplateId));
  const kitInstanceId = payload.kitInstanceId ?? null;
  const known = state.assignments.find(({ id }) => id === payload.kitAssignmentId);
  if (known) {
    const acceptedShort = known.kitInstanceId === kitInstanceId ? known.acceptedShort : null;
    const to = { ...window, kitInstanceId, acceptedShort, status: "assigned", prepared: null } as const;
    return changed(state, known.id, to);
  }
  const need: KitAssignment = {
    ...window,
    id: payload.kitAssignmentId,
    eventId: event.id,
    bookingId: event.bookingId,
    activityId: payload.activityId,
    kitTemplateId: payload.kitTemplateId,
    kitInstanceId,
    status: "assigned",
    notes: payload.notes ?? "",
    assignedBy: payload.assignedBy,
    assignedAt: payload.assignedAt,
    prepared: null,
    acceptedShort: null,
    out: null,
    returned: [],
    back: null,
    cancelledReason: null,
    version: 1,
  };
  return { ...state, assignments: [...state.assignments, need] };
}

/** Whoever settles for less does so for all that the kit lacks at that moment. */
function settled(state: Kits, payload: PayloadOf<"KIT_SHORTAGE_RESOLVED">, { command }: Origin): Kits {
  if (command.type !== "resolveShortage" || command.way.kind !== "accept_short") return state;
  const { kitInstanceId } = kitAssignmentOf(state, payload.kitAssignmentId);
  return changed(state, payload.kitAssignmentId, {
    acceptedShort: {
      reason: command.way.reason,
      by: payload.resolvedBy,
      at: payload.resolvedAt,
      missing: kitInstanceId === null ? [] : missingIn(state, unitOf(state, kitInstanceId)),
    },
  });
}

function expectedLater(state: Kits, payload: PayloadOf<"KIT_RETURN_EXPECTED">): Kits {
  const { out } = kitAssignmentOf(state, payload.kitAssignmentId);
  if (out === null) throw new Error("a kit that is expected back is out");
  const expectedReturn = toIsoInstant(payload.expectedReturnDate);
  return changed(state, payload.kitAssignmentId, { out: { ...out, expectedReturn } });
}

function changed(state: Kits, kitAssignmentId: string, to: Partial<KitAssignment>): Kits {
  const assignments = state.assignments.map((one) =>
    one.id === kitAssignmentId ? { ...one, ...to, version: one.version + 1 } : one,
  );
  return { ...state, assignments };
}
