import { issueByIdInput, listIssuesInput } from "@/modules/event-instances/inputs/issues";
import { issueById, listIssues } from "@/modules/event-instances/queries/issues";
import { permitted, router } from "@/server/procedures";

/** Issues across events, activities and venues. They are acted upon through the event that they were reported for. */
export const issuesRouter = router({
  list: permitted("issues.list")
    .input(listIssuesInput)
    .query(({ ctx, input }) => listIssues(ctx.database, ctx.actor, input)),
  byId: permitted("issues.byId")
    .input(issueByIdInput)
    .query(({ ctx, input }) => issueById(ctx.database, ctx.actor, input.issueId)),
});
