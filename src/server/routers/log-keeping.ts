import { holdInput, retentionInput, sealsInput } from "@/modules/operations/inputs";
import { holds as holding } from "@/modules/operations/module";
import { listHolds } from "@/modules/operations/queries/holds";
import { command } from "@/server/commands";
import { retentionOverview } from "@/server/log-view/retention";
import { sealsOverview } from "@/server/log-view/seals";
import { keyed, permitted } from "@/server/procedures";

/** How long the log is kept, what would go, and what is held back. */

export const retention = permitted("log.retention")
  .input(retentionInput)
  .query(({ ctx, input }) => retentionOverview(ctx.database, input));

export const seals = permitted("log.seals")
  .input(sealsInput)
  .query(({ ctx, input }) => sealsOverview(ctx.database, input, Date.now()));

export const holds = permitted("log.holds").query(({ ctx }) => listHolds(ctx.database));

export const placeHold = permitted("log.placeHold")
  .input(keyed(holdInput))
  .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
    command(ctx, holding, { type: "placeHold", ...wish }, idempotencyKey),
  );

export const liftHold = permitted("log.liftHold")
  .input(keyed(holdInput))
  .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
    command(ctx, holding, { type: "liftHold", ...wish }, idempotencyKey),
  );
