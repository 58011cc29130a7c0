import { readOverview } from "@/handlers/reporting/queries";
import { permitted, router } from "@/server/procedures";

export const reportsRouter = router({
  overview: permitted("reports.overview").query(({ ctx }) => readOverview(ctx.database)),
});
