import { planInput, proposeInput, publishPlanInput, setSeatInput } from "@/modules/staffing/inputs/plan";
import { publishPlan, setSeat } from "@/server/planner/change-plan";
import { proposeRoster } from "@/server/planner/propose";
import { viewPlan } from "@/server/planner/view-plan";
import { keyed, permitted } from "@/server/procedures";

/** Rosters of many slots at once: proposed in the background, changed, and told to nobody before they are published. */
export const staffingPlan = {
  propose: permitted("staffing.propose")
    .input(proposeInput)
    .mutation(({ ctx, input }) => proposeRoster(ctx.database, { personId: ctx.actor.id, ...input })),
  plan: permitted("staffing.plan")
    .input(planInput)
    .query(({ ctx, input }) => viewPlan(ctx.database, ctx.actor.id, input.planId)),
  setSeat: permitted("staffing.setSeat")
    .input(keyed(setSeatInput))
    .mutation(({ ctx, input }) => setSeat(ctx.database, ctx.actor, input)),
  publishPlan: permitted("staffing.publishPlan")
    .input(publishPlanInput)
    .mutation(({ ctx, input }) =>
      publishPlan(ctx.database, { actor: ctx.actor, requestId: ctx.requestId }, input),
    ),
};
