import * as z from "zod";
import {
  archiveInput,
  preparationTemplateFields,
  preparationTemplatesInput,
  updateShape,
} from "@/modules/directory/inputs";
import { directory } from "@/modules/directory/module";
import { listPreparationTemplates } from "@/modules/directory/queries/preparation-templates";
import { command } from "@/server/commands";
import { keyed, permitted, router } from "@/server/procedures";

const recordType = "preparationTemplate";
const fields = preparationTemplateFields;

export const preparationTemplatesRouter = router({
  list: permitted("preparationTemplates.list")
    .input(preparationTemplatesInput)
    .query(({ ctx, input }) => listPreparationTemplates(ctx.database, input)),
  create: permitted("preparationTemplates.create")
    .input(keyed(z.strictObject({ fields })))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "create", recordType, ...wish }, idempotencyKey),
    ),
  update: permitted("preparationTemplates.update")
    .input(keyed(z.strictObject({ ...updateShape, fields })))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "update", recordType, ...wish }, idempotencyKey),
    ),
  archive: permitted("preparationTemplates.archive")
    .input(keyed(archiveInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "archive", recordType, ...wish }, idempotencyKey),
    ),
  restore: permitted("preparationTemplates.restore")
    .input(keyed(archiveInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "restore", recordType, ...wish }, idempotencyKey),
    ),
});
