import { readOverview } from "@/handlers/reporting/queries";
import { kitUtilisationInput } from "@/modules/kits/inputs/units";
import { kitUtilisation } from "@/modules/kits/queries/utilisation";
import { permitted, router } from "@/server/procedures";

export const reportsRouter = router({
  overview: permitted("reports.overview").query(({ ctx }) => readOverview(ctx.database)),
  kitUtilisation: permitted("reports.kitUtilisation")
    .input(kitUtilisationInput)
    .query(({ ctx, input }) => kitUtilisation(ctx.database, input.days)),
});
