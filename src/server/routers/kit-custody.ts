import {
  checkOutKitInput,
  expectReturnInput,
  handOverInput,
  kitsOfEventInput,
  prepareInput,
  reportKitIssueInput,
  resolveKitIssueInput,
  returnKitInput,
  scanKitInput,
  swapKitInput,
} from "@/modules/kits/inputs/custody";
import { kitCustody, kitIssues } from "@/modules/kits/module";
import { kitsOfEvent } from "@/modules/kits/queries/kits-of-event";
import { myKits } from "@/modules/kits/queries/my-kits";
import { scanKit } from "@/modules/kits/queries/scan-kit";
import { command } from "@/server/commands";
import { keyed, permitted } from "@/server/procedures";

/** Kits in people's hands: the part of `kits` from packing to return. */
export const kitCustodyProcedures = {
  mine: permitted("kits.mine").query(({ ctx }) => myKits(ctx.database, ctx.actor)),
  atEvent: permitted("kits.atEvent")
    .input(kitsOfEventInput)
    .query(({ ctx, input }) => kitsOfEvent(ctx.database, ctx.actor, input.eventId)),
  scan: permitted("kits.scan")
    .input(scanKitInput)
    .query(({ ctx, input }) => scanKit(ctx.database, ctx.actor, input)),
  prepare: permitted("kits.prepare")
    .input(keyed(prepareInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitCustody, { type: "prepare", ...wish }, idempotencyKey),
    ),
  checkOut: permitted("kits.checkOut")
    .input(keyed(checkOutKitInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitCustody, { type: "checkOut", ...wish }, idempotencyKey),
    ),
  handOver: permitted("kits.handOver")
    .input(keyed(handOverInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitCustody, { type: "handOver", ...wish }, idempotencyKey),
    ),
  swap: permitted("kits.swap")
    .input(keyed(swapKitInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitCustody, { type: "swap", ...wish }, idempotencyKey),
    ),
  expectReturn: permitted("kits.expectReturn")
    .input(keyed(expectReturnInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitCustody, { type: "expectReturn", ...wish }, idempotencyKey),
    ),
  return: permitted("kits.return")
    .input(keyed(returnKitInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitCustody, { type: "return", ...wish }, idempotencyKey),
    ),
  reportIssue: permitted("kits.reportIssue")
    .input(keyed(reportKitIssueInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitCustody, { type: "reportIssue", ...wish }, idempotencyKey),
    ),
  resolveIssue: permitted("kits.resolveIssue")
    .input(keyed(resolveKitIssueInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitIssues, { type: "resolveIssue", ...wish }, idempotencyKey),
    ),
};
