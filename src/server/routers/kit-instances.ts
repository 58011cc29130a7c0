import * as z from "zod";
import { directoryListInput } from "@/modules/directory/inputs";
import { createKitInput, keepKitInput, updateKitInput } from "@/modules/kits/inputs/records";
import { kitRecords } from "@/modules/kits/module";
import { kitRecordById, listKitRecords } from "@/modules/kits/queries/records";
import { command } from "@/server/commands";
import { keyed, permitted, router } from "@/server/procedures";
import { idSchema } from "@/values/ids";

/** Kits as records of the directory; what is in them and what becomes of them is `kits`. */
export const kitInstances = router({
  list: permitted("directory.kitInstances.list")
    .input(directoryListInput)
    .query(({ ctx, input }) => listKitRecords(ctx.database, input)),
  byId: permitted("directory.kitInstances.byId")
    .input(z.strictObject({ recordId: idSchema }))
    .query(({ ctx, input }) => kitRecordById(ctx.database, input.recordId)),
  create: permitted("directory.kitInstances.create")
    .input(keyed(createKitInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitRecords, { type: "create", ...wish }, idempotencyKey),
    ),
  update: permitted("directory.kitInstances.update")
    .input(keyed(updateKitInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitRecords, { type: "update", ...wish }, idempotencyKey),
    ),
  archive: permitted("directory.kitInstances.archive")
    .input(keyed(keepKitInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitRecords, { type: "archive", ...wish }, idempotencyKey),
    ),
  restore: permitted("directory.kitInstances.restore")
    .input(keyed(keepKitInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitRecords, { type: "restore", ...wish }, idempotencyKey),
    ),
});
