import { people } from "./actors";
import type { AttendancePermission } from "./attendance-probes";
import { missingId, type ProbesOf, type Target } from "./probe";
import { staffingPeopleProbes } from "./staffing-people-probes";
import { staffingPlanProbes } from "./staffing-plan-probes";
import { spareAgentId, type StaffedEventName } from "./staffing-rows";
import type { MatrixWorld } from "./world";

/** Shifts are their agent's and their event's manager's; which slots there are is the manager's business. */
export function staffingProbes(
  world: MatrixWorld,
): Omit<ProbesOf<`staffing.${string}`>, AttendancePermission> {
  const each = (
    inputOf: (name: StaffedEventName) => object,
    owners: Target["owners"],
    ends?: string,
  ): Target[] => {
    const end = ends === undefined ? {} : { ends };
    return [
      { name: "managed", input: inputOf("managed"), owners, ...end },
      { name: "not managed", input: inputOf("other"), owners: [], ...end },
      { name: "foreign", input: inputOf("foreign"), owners: [], ...end },
    ];
  };
  const record = (targets: readonly Target[], missing: object) =>
    ({ kind: "record", targets, missing }) as const;
  const answer = (more: object) =>
    record(
      each((name) => ({ assignmentId: world.shifts[name], ...more }), ["manager", "agent"]),
      { assignmentId: missingId, ...more },
    );
  const planned = (slotId: string) => ({ assignments: [{ slotId, userId: spareAgentId }] });
  const events = (more: object) => [
    { name: "managed", input: { eventId: world.managedEventId, ...more }, owners: ["manager"] } as const,
    { name: "foreign", input: { eventId: world.foreignEventId, ...more }, owners: [] } as const,
  ];
  const week = { from: "2035-06-01T00:00:00Z", to: "2035-06-08T00:00:00Z" };
  const newDate = { newDate: "2035-05-05T10:00" };
  const reason = { reason: "Not needed." };
  const agentId = people.agent.id;
  return {
    "staffing.board": { kind: "free", input: week },
    "staffing.conflicts": { kind: "free", input: week },
    "staffing.listForEvent": record(events({}), { eventId: missingId }),
    "staffing.byId": answer({}),
    "staffing.myAssignments": { kind: "self" },
    "staffing.previewMove": record(events(newDate), { eventId: missingId, ...newDate }),
    "staffing.previewRelease": record(events({}), { eventId: missingId }),
    "staffing.joinStandby": record(
      each((name) => ({ slotId: world.slots[name], userId: agentId }), ["manager", "agent"]),
      { slotId: missingId, userId: agentId },
    ),
    ...staffingPeopleProbes(world),
    ...staffingPlanProbes(world),
    "staffing.createAssignment": record(
      each((name) => planned(world.slots[name]), ["manager"]),
      planned(missingId),
    ),
    "staffing.offer": record(
      each((name) => ({ assignmentIds: [world.shifts[name]] }), ["manager"]),
      { assignmentIds: [missingId] },
    ),
    "staffing.accept": answer({}),
    "staffing.reject": answer({ reason: "Away that day." }),
    "staffing.withdraw": record(
      each(
        (name) => ({ assignmentId: name === "managed" ? world.agreedShift : world.shifts[name], ...reason }),
        ["manager", "agent"],
      ),
      { assignmentId: missingId, ...reason },
    ),
  };
}
