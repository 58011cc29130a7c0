import type { AssignmentStatus, Condition, kitUnitStatuses, Place } from "./inputs";

/** What kits are. Instants are ISO 8601 UTC with milliseconds. */

/** One line of a template. One that was taken out stays for the kits that still hold it (domain.md rule 44). */
export interface Component {
  readonly id: string;
  readonly kitTemplateId: string;
  readonly name: string;
  /** How many a kit should hold. */
  readonly quantity: number;
  /** Consumables are expected not to come back (domain.md rule 40). */
  readonly usage: "returnable" | "consumable";
  /** The worst of the critical ones is the condition of the kit (domain.md rule 41). */
  readonly critical: boolean;
  readonly removedAt: string | null;
}

/** How much of a component is where. */
export interface StockLine {
  readonly componentId: string;
  readonly place: Exclude<Place, "outside">;
  /** For the place `kit`. */
  readonly kitInstanceId: string | null;
  readonly quantity: number;
}

/** Who has a kit since when; nobody means that it lies at its home. */
export interface Custody {
  readonly holderId: string | null;
  readonly since: string;
  readonly kitAssignmentId: string | null;
  readonly eventId: string | null;
}

/** One physical kit. */
export interface Unit {
  readonly id: string;
  readonly kitTemplateId: string;
  readonly templateName: string;
  /** What its label says. */
  readonly code: string;
  readonly home: string;
  readonly condition: Condition;
  readonly awaitingInspectionSince: string | null;
  readonly quarantine: { readonly at: string; readonly reason: string } | null;
  readonly notSeenSince: string | null;
  readonly archivedAt: string | null;
  readonly custody: Custody;
  readonly version: number;
}

/** Counted by whoever packed it. */
export interface PackedLine {
  readonly componentId: string;
  readonly name: string;
  readonly quantity: number;
  readonly condition: Exclude<Condition, "damaged">;
}

export interface Missing {
  readonly componentId: string;
  readonly quantity: number;
}

/** One kit that an activity needs, from the plan to its return. */
export interface KitAssignment {
  readonly id: string;
  readonly eventId: string;
  readonly bookingId: string;
  readonly activityId: string;
  readonly kitTemplateId: string;
  /** Null until a certain kit is bound. */
  readonly kitInstanceId: string | null;
  readonly status: AssignmentStatus;
  /** From the preparation to the inspected return (domain.md rule 35). */
  readonly windowStart: string;
  readonly windowEnd: string;
  readonly notes: string;
  readonly assignedBy: string;
  readonly assignedAt: string;
  readonly prepared: {
    readonly lines: readonly PackedLine[];
    readonly by: string;
    readonly at: string;
    /** Why it holds less than its template says. */
    readonly shortReason: string | null;
  } | null;
  /** Who settled for less, and for how much less (domain.md rule 38). */
  readonly acceptedShort: {
    readonly reason: string;
    readonly by: string;
    readonly at: string;
    readonly missing: readonly Missing[];
  } | null;
  readonly out: {
    readonly at: string;
    readonly by: string;
    readonly expectedReturn: string;
  } | null;
  /** What came back so far, in however many sessions. */
  readonly returned: readonly Missing[];
  readonly back: { readonly at: string; readonly condition: Condition } | null;
  readonly cancelledReason: string | null;
  /** 1 from the start, raised by every change. */
  readonly version: number;
}

/** An event as the rules of its kits see it; its row belongs to another subject and is only read. */
export interface KittedEvent {
  readonly id: string;
  readonly number: number;
  readonly title: string;
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
}

/** What one command about kits decides about: some needs with their events, and the kits in question with their parts. */
export interface Kits {
  readonly events: readonly KittedEvent[];
  readonly components: readonly Component[];
  readonly units: readonly Unit[];
  readonly assignments: readonly KitAssignment[];
  /** Of the components of those units' templates: what is in those units, and what is elsewhere. */
  readonly stock: readonly StockLine[];
}

/** The kit that a command names. Throws when `load` did not bring it, which no caller can cause. */
export function unitOf(state: Pick<Kits, "units">, kitInstanceId: string): Unit {
  return found(
    state.units.find(({ id }) => id === kitInstanceId),
    "kit",
  );
}

export function kitAssignmentOf(state: Pick<Kits, "assignments">, kitAssignmentId: string): KitAssignment {
  return found(
    state.assignments.find(({ id }) => id === kitAssignmentId),
    "kit assignment",
  );
}

export function kittedEventOf(state: Pick<Kits, "events">, eventId: string): KittedEvent {
  return found(
    state.events.find(({ id }) => id === eventId),
    "event",
  );
}

function found<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing === undefined) throw new Error(`the ${what} was not loaded`);
  return thing;
}

/** How many of a component are in a kit, or in a place that is none. */
export function quantityAt(
  { stock }: Pick<Kits, "stock">,
  componentId: string,
  at: Exclude<Place, "outside" | "kit"> | { readonly kitInstanceId: string },
): number {
  const line = stock.find(
    (one) =>
      one.componentId === componentId &&
      (typeof at === "string" ? one.place === at : one.kitInstanceId === at.kitInstanceId),
  );
  return line?.quantity ?? 0;
}

/** What a kit lacks of its template, in the order of the template; nothing of lines that were taken out. */
export function missingIn(
  state: Pick<Kits, "components" | "stock">,
  unit: Pick<Unit, "id" | "kitTemplateId">,
): readonly Missing[] {
  return state.components
    .filter(({ kitTemplateId, removedAt }) => kitTemplateId === unit.kitTemplateId && removedAt === null)
    .map(({ id, quantity }) => ({
      componentId: id,
      quantity: quantity - quantityAt(state, id, { kitInstanceId: unit.id }),
    }))
    .filter(({ quantity }) => quantity > 0);
}

/** What its facts make of a kit now (domain.md, States); `kit_unit.status` in SQL says the same. */
export function unitStatus(unit: Unit, missing: readonly Missing[]): UnitStatus {
  if (unit.archivedAt !== null) return "retired";
  if (unit.custody.holderId !== null) return "in_use";
  if (unit.quarantine !== null) return "quarantined";
  if (unit.awaitingInspectionSince !== null) return "awaiting_inspection";
  return missing.length > 0 ? "incomplete" : "available";
}

export type UnitStatus = (typeof kitUnitStatuses)[number];
