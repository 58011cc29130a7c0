import type { KitCustody, KitPerson } from "@/modules/kits/custody/custody";
import type { Component, KitAssignment, KittedEvent, StockLine, Unit } from "@/modules/kits/kits";
import { admin, agent, clientPerson, manager, testId } from "./actors";
import { bookingId, kitTemplateId } from "./bookings";

/** A kit that goes out and comes back: six thermoses, one burner that it cannot do without, 200 cups to use up. */

function part(index: number, change: Partial<Component>): Component {
  return {
    id: testId(31, index),
    kitTemplateId,
    name: "Part",
    quantity: 1,
    usage: "returnable",
    critical: false,
    removedAt: null,
    ...change,
  };
}

export const handed = {
  thermos: part(1, { name: "Thermos", quantity: 6 }),
  burner: part(2, { name: "Burner", critical: true }),
  cups: part(3, { name: "Paper cup", quantity: 200, usage: "consumable" }),
} as const;
export type PartName = keyof typeof handed;
export const partNames = ["thermos", "burner", "cups"] as const satisfies readonly PartName[];

/** The manager's, in Bryant Park. */
export function kittedEvent(change: Partial<KittedEvent> = {}): KittedEvent {
  return {
    id: testId(7, 1),
    number: 221,
    title: "Autumn tour",
    bookingId,
    status: "preparing",
    managerId: manager.id,
    timeZone: "America/New_York",
    startsAt: "2026-10-31T14:00:00.000Z",
    endsAt: "2026-10-31T22:00:00.000Z",
    ...change,
  };
}

export function handedUnit(index = 1, change: Partial<Unit> = {}): Unit {
  return {
    id: testId(32, index),
    kitTemplateId,
    templateName: "Tea kit",
    code: `TEA-0${index}`,
    home: "Shelf 4",
    condition: "good",
    awaitingInspectionSince: null,
    quarantine: null,
    notSeenSince: null,
    archivedAt: null,
    custody: { holderId: null, since: "2026-10-01T12:00:00.000Z", kitAssignmentId: null, eventId: null },
    version: 1,
    ...change,
  };
}

/** Bound to the first kit, and not prepared. */
export function kitNeed(index = 1, change: Partial<KitAssignment> = {}): KitAssignment {
  return {
    id: testId(33, index),
    eventId: testId(7, 1),
    bookingId,
    activityId: testId(34, index),
    kitTemplateId,
    kitInstanceId: handedUnit(1).id,
    status: "assigned",
    windowStart: "2026-10-30T14:00:00.000Z",
    windowEnd: "2026-11-01T22:00:00.000Z",
    notes: "",
    assignedBy: "system",
    assignedAt: "2026-10-12T08:00:00.000Z",
    prepared: null,
    acceptedShort: null,
    out: null,
    returned: [],
    back: null,
    cancelledReason: null,
    version: 1,
    ...change,
  };
}

/** Packed as counted, else as the template says. */
export function packed(counts: Partial<Readonly<Record<PartName, number>>> = {}): KitAssignment["prepared"] {
  return {
    lines: partNames.map((name) => ({
      componentId: handed[name].id,
      name: handed[name].name,
      quantity: counts[name] ?? handed[name].quantity,
      condition: "good",
    })),
    by: admin.id,
    at: "2026-10-30T15:00:00.000Z",
    shortReason: null,
  };
}

/** In the hands of the manager since that morning. */
export function kitOut(index = 1, change: Partial<KitAssignment> = {}): KitAssignment {
  const at = "2026-10-31T12:00:00.000Z";
  const out = { at, by: admin.id, expectedReturn: "2026-11-01T16:00:00.000Z" };
  return kitNeed(index, { status: "checked_out", prepared: packed(), out, ...change });
}

export function unitOut(index = 1, change: Partial<Unit> = {}): Unit {
  const need = kitNeed();
  return handedUnit(index, {
    custody: {
      holderId: manager.id,
      since: "2026-10-31T12:00:00.000Z",
      kitAssignmentId: need.id,
      eventId: need.eventId,
    },
    ...change,
  });
}

/** What is in a kit: all that its template says unless said otherwise. */
export function contentsOf(
  unit: Pick<Unit, "id">,
  counts: Partial<Readonly<Record<PartName, number>>> = {},
): readonly StockLine[] {
  return partNames.map((name) => ({
    componentId: handed[name].id,
    place: "kit",
    kitInstanceId: unit.id,
    quantity: counts[name] ?? handed[name].quantity,
  }));
}

export function loose(
  name: PartName,
  place: Exclude<StockLine["place"], "kit">,
  quantity: number,
): StockLine {
  return { componentId: handed[name].id, place, kitInstanceId: null, quantity };
}

const people: readonly KitPerson[] = [
  { id: admin.id, name: "Ana Admin", role: "admin", active: true },
  { id: manager.id, name: "Mia Manager", role: "manager", active: true },
  { id: agent.id, name: "Bo Agent", role: "agent", active: true },
  { id: clientPerson.id, name: "Ada Client", role: "client", active: true },
];

/** One whole kit at home, bound to one need of one event, unless said otherwise. */
export function custodyOf(change: Partial<KitCustody> = {}): KitCustody {
  const units = change.units ?? [handedUnit()];
  return {
    events: [kittedEvent()],
    components: Object.values(handed),
    assignments: [kitNeed()],
    stock: units.flatMap((unit) => contentsOf(unit)),
    people,
    crew: [],
    issue: null,
    ...change,
    units,
  };
}
