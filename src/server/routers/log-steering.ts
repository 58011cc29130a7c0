import * as z from "zod";
import {
  deliveriesInput,
  handlerInput,
  replayInput,
  replayPreviewInput,
  retryInput,
  retryPreviewInput,
  skipInput,
  viewPersonalDataInput,
} from "@/modules/operations/inputs";
import {
  deliveries as settling,
  handlers as switching,
  replays,
  testEntries,
} from "@/modules/operations/module";
import { listHandlers } from "@/modules/operations/queries/handlers";
import { parkedGroups } from "@/modules/operations/queries/parked";
import { previewRetry } from "@/modules/operations/queries/retry-preview";
import { command } from "@/server/commands";
import { isProduction } from "@/server/is-production";
import { dryRun } from "@/server/log-view/dry-run";
import { deliveriesOf } from "@/server/log-view/deliveries";
import { unmaskEntry } from "@/server/log-view/unmask";
import { keyed, permitted } from "@/server/procedures";

/** Steering the log: what `log.ts` lists beside its reads. Every act is a fact of its own. */

export const deliveries = permitted("log.deliveries")
  .input(deliveriesInput)
  .query(({ ctx, input }) => deliveriesOf(ctx.database, input.factId, Date.now()));

export const parked = permitted("log.parked").query(({ ctx }) => parkedGroups(ctx.database));

export const handlers = permitted("log.handlers").query(({ ctx }) => listHandlers(ctx.database));

export const retryPreview = permitted("log.retryPreview")
  .input(retryPreviewInput)
  .query(({ ctx, input }) => previewRetry(ctx.database, input));

export const retry = permitted("log.retry")
  .input(keyed(retryInput))
  .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
    command(ctx, settling, { type: "retry", ...wish }, idempotencyKey),
  );

export const skip = permitted("log.skip")
  .input(keyed(skipInput))
  .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
    command(ctx, settling, { type: "skip", ...wish }, idempotencyKey),
  );

export const replayPreview = permitted("log.replayPreview")
  .input(replayPreviewInput)
  .query(({ ctx, input }) => dryRun(ctx.database, input));

export const replay = permitted("log.replay")
  .input(keyed(replayInput))
  .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
    command(ctx, replays, { type: "replay", ...wish }, idempotencyKey),
  );

export const pauseHandler = permitted("log.pauseHandler")
  .input(keyed(handlerInput))
  .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
    command(ctx, switching, { type: "pauseHandler", ...wish }, idempotencyKey),
  );

export const resumeHandler = permitted("log.resumeHandler")
  .input(keyed(handlerInput))
  .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
    command(ctx, switching, { type: "resumeHandler", ...wish }, idempotencyKey),
  );

export const sendTest = permitted("log.sendTest")
  .input(keyed(z.strictObject({})))
  .mutation(({ ctx, input: { idempotencyKey } }) =>
    command(ctx, testEntries, { type: "sendTest", isProduction: isProduction() }, idempotencyKey),
  );

export const unmask = permitted("log.unmask")
  .input(keyed(viewPersonalDataInput))
  .mutation(({ ctx, input: { idempotencyKey, ...look } }) => unmaskEntry(ctx, look, idempotencyKey));
