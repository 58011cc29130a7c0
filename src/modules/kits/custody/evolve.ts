import type { DecisionContext } from "@/commands/decider";
import type { Fact, FactOf } from "@/domain-events/catalog/fact";
import {
  type KitAssignment,
  kitAssignmentOf,
  type PackedLine,
  quantityAt,
  type Unit,
  unitOf,
} from "@/modules/kits/kits";
import { withMovements } from "@/modules/kits/movements";
import { toIsoInstant } from "@/values/venue-time";
import type { CustodyCommand } from "./commands";
import { conditionOf } from "./condition";
import type { KitCustody } from "./custody";
import { sessionOf } from "./return-session";

interface Origin {
  readonly command: CustodyCommand;
  readonly context: DecisionContext;
}

/** The next state after one fact of kits in people's hands; other facts leave it as it is. */
export function evolveCustody(state: KitCustody, fact: Fact, { command }: Origin): KitCustody {
  switch (fact.type) {
    case "KIT_PREPARED":
      return prepared(state, fact, command);
    case "KIT_CHECKED_OUT":
      return checkedOut(state, fact);
    case "KIT_HANDED_OVER":
      return handedOver(state, fact);
    case "KIT_SWAPPED":
      return swapped(state, fact);
    case "KIT_RETURN_EXPECTED": {
      const { kitAssignmentId, expectedReturnDate } = fact.payload;
      return withNeed(state, kitAssignmentId, ({ out }) => ({
        out: out && { ...out, expectedReturn: toIsoInstant(expectedReturnDate) },
      }));
    }
    case "KIT_RETURNED":
      return returned(state, fact, command);
    case "KIT_COMPONENTS_MOVED":
      return { ...state, stock: withMovements(state.stock, fact.payload.movements) };
    case "KIT_ISSUE_RESOLVED":
      return withUnit(state, fact.payload.kitInstanceId, () => ({ condition: fact.payload.condition }));
    case "KIT_QUARANTINED": {
      const { kitInstanceId, quarantinedAt, reason } = fact.payload;
      return withUnit(state, kitInstanceId, () => ({ quarantine: { at: quarantinedAt, reason } }));
    }
    default:
      return state;
  }
}

/** Whoever packs a kit looks at each part of it, so it waits for no inspection any more. */
function prepared(
  state: KitCustody,
  { payload, metadata }: FactOf<"KIT_PREPARED">,
  command: CustodyCommand,
): KitCustody {
  const lines: readonly PackedLine[] = payload.components.map(({ id, ...line }) => ({
    componentId: id,
    ...line,
  }));
  const shortReason =
    metadata?.override === undefined || command.type !== "prepare" ? null : command.shortReason;
  const next = withNeed(state, payload.kitAssignmentId, () => ({
    status: "prepared",
    prepared: { lines, by: payload.preparedBy, at: payload.preparedAt, shortReason: shortReason ?? null },
  }));
  return withUnit(next, payload.kitInstanceId, ({ condition }) => ({
    condition: conditionOf(lines, state.components, condition),
    awaitingInspectionSince: null,
    notSeenSince: null,
  }));
}

function checkedOut(state: KitCustody, { payload }: FactOf<"KIT_CHECKED_OUT">): KitCustody {
  const { kitAssignmentId, kitInstanceId, eventId, checkedOutTo, checkedOutAt, checkedOutBy } = payload;
  const expectedReturn = toIsoInstant(payload.expectedReturnDate);
  const next = withNeed(state, kitAssignmentId, () => ({
    status: "checked_out",
    out: { at: checkedOutAt, by: checkedOutBy, expectedReturn },
  }));
  return withUnit(next, kitInstanceId, () => ({
    custody: { holderId: checkedOutTo, since: checkedOutAt, kitAssignmentId, eventId },
    notSeenSince: null,
  }));
}

/** What goes on to another activity has come back from the one before it, with all that was in it. */
function handedOver(state: KitCustody, { payload }: FactOf<"KIT_HANDED_OVER">): KitCustody {
  const {
    kitAssignmentId,
    toKitAssignmentId,
    kitInstanceId,
    eventId,
    handedOverTo,
    handedOverAt,
    condition,
  } = payload;
  const inHands = withUnit(state, kitInstanceId, () => ({
    condition,
    custody: {
      holderId: handedOverTo,
      since: handedOverAt,
      kitAssignmentId: toKitAssignmentId ?? kitAssignmentId,
      eventId,
    },
  }));
  if (toKitAssignmentId === undefined) return inHands;
  const from = kitAssignmentOf(state, kitAssignmentId);
  const handedOn = withNeed(inHands, kitAssignmentId, () => ({
    status: "returned",
    returned: (from.prepared?.lines ?? []).map(({ componentId, quantity }) => ({ componentId, quantity })),
    back: { at: handedOverAt, condition },
  }));
  return withNeed(handedOn, toKitAssignmentId, () => ({
    status: "checked_out",
    kitInstanceId,
    prepared: from.prepared,
    out: from.out && { ...from.out, at: handedOverAt, by: payload.handedOverBy },
  }));
}

/** The one that leaves goes home with the swap; of the other nobody knows more than what it is known to hold. */
function swapped(state: KitCustody, { payload }: FactOf<"KIT_SWAPPED">): KitCustody {
  const { kitAssignmentId, kitInstanceId, replacementInstanceId, condition, swappedAt, eventId } = payload;
  const { holderId } = unitOf(state, kitInstanceId).custody;
  const replacement = unitOf(state, replacementInstanceId);
  const left = withUnit(state, kitInstanceId, () => ({
    condition,
    awaitingInspectionSince: swappedAt,
    custody: { holderId: null, since: swappedAt, kitAssignmentId: null, eventId: null },
  }));
  const taken = withUnit(left, replacementInstanceId, () => ({
    custody: { holderId, since: swappedAt, kitAssignmentId, eventId },
    notSeenSince: null,
  }));
  return withNeed(taken, kitAssignmentId, ({ prepared: packed }) => ({
    kitInstanceId: replacementInstanceId,
    prepared: packed && { ...packed, lines: knownLines(state, replacement), shortReason: null },
    returned: [],
  }));
}

function knownLines(state: KitCustody, { id, kitTemplateId, condition }: Unit): readonly PackedLine[] {
  return state.components
    .filter((part) => part.kitTemplateId === kitTemplateId)
    .map((part) => ({
      componentId: part.id,
      name: part.name,
      quantity: quantityAt(state, part.id, { kitInstanceId: id }),
      condition: condition === "damaged" ? ("poor" as const) : condition,
    }))
    .filter(({ quantity }) => quantity > 0);
}

/** In however many sessions: the last one brings the kit home, where somebody has to look at it. */
function returned(
  state: KitCustody,
  { payload }: FactOf<"KIT_RETURNED">,
  command: CustodyCommand,
): KitCustody {
  if (command.type !== "return") throw new Error("kits come back by their own command only");
  const { kitAssignmentId, kitInstanceId, condition, returnedAt } = payload;
  const assignment = kitAssignmentOf(state, kitAssignmentId);
  const session = sessionOf(command, state, assignment, unitOf(state, kitInstanceId));
  const next = withNeed(state, kitAssignmentId, () => ({
    returned: summed([...assignment.returned, ...session.lines]),
    ...(session.isLast
      ? { status: "returned", back: { at: returnedAt, condition } }
      : { status: "partly_returned" }),
  }));
  return withUnit(next, kitInstanceId, () => ({
    condition,
    ...(session.isLast && {
      awaitingInspectionSince: returnedAt,
      custody: { holderId: null, since: returnedAt, kitAssignmentId: null, eventId: null },
    }),
  }));
}

function summed(lines: KitAssignment["returned"]): KitAssignment["returned"] {
  const sums = new Map<string, number>();
  for (const { componentId, quantity } of lines)
    sums.set(componentId, (sums.get(componentId) ?? 0) + quantity);
  return [...sums].map(([componentId, quantity]) => ({ componentId, quantity }));
}

/** Raises the version, which says that something was decided about it. */
function withNeed(
  state: KitCustody,
  id: string,
  to: (need: KitAssignment) => Partial<KitAssignment>,
): KitCustody {
  const assignments = state.assignments.map((one) =>
    one.id === id ? { ...one, ...to(one), version: one.version + 1 } : one,
  );
  return { ...state, assignments };
}

function withUnit(state: KitCustody, id: string | undefined, to: (unit: Unit) => Partial<Unit>): KitCustody {
  const units = state.units.map((one) =>
    one.id === id ? { ...one, ...to(one), version: one.version + 1 } : one,
  );
  return { ...state, units };
}
