import type { AttendancePermission } from "./attendance-probes";
import { missingId, type ProbesOf, type Target } from "./probe";
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
  return {
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
      each((name) => ({ assignmentId: world.shifts[name], reason: "Not needed." }), ["manager"]),
      { assignmentId: missingId, reason: "Not needed." },
    ),
  };
}
