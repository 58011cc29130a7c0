import { missingId, type Probe, type ProbesOf } from "./probe";
import { planRange } from "./staffing-plan-rows";
import { spareAgentId } from "./staffing-rows";
import type { MatrixWorld } from "./world";

type PlanRow = `staffing.${"propose" | "plan" | "setSeat" | "publishPlan"}`;

/** A plan is whose it is; other admins do not see it. */
export function staffingPlanProbes(world: MatrixWorld): ProbesOf<PlanRow> {
  const ofPlan = (more: object): Probe => ({
    kind: "record",
    targets: (["admin", "otherAdmin"] as const).map((name) => ({
      name: `of ${name}`,
      input: { planId: world.plans[name], ...more },
      owners: [name],
    })),
    missing: { planId: missingId, ...more },
  });
  return {
    "staffing.propose": { kind: "self", input: planRange },
    "staffing.plan": ofPlan({}),
    "staffing.setSeat": ofPlan({ slotId: world.slots.managed, userId: spareAgentId }),
    "staffing.publishPlan": ofPlan({ version: 1 }),
  };
}
