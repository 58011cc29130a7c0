import { readFileHead } from "@/server/imports/file-head";
import {
  importFileInput,
  importPreviewInput,
  importRefusedInput,
  importRunInput,
  importStartInput,
  importStatusInput,
} from "@/server/imports/inputs";
import { importPreview } from "@/server/imports/previews";
import { refusedFile } from "@/server/imports/refused-file";
import { cancelImport, importStatus } from "@/server/imports/run-status";
import { listRuns } from "@/server/imports/runs";
import { startImport } from "@/server/imports/start-import";
import { keyed, permitted } from "@/server/procedures";

/** Procedures of the bookings router: a file from its first look to the figures of its run. */
export const importProcedures = {
  importFile: permitted("bookings.importFile")
    .input(importFileInput)
    .query(({ ctx, input }) => readFileHead(ctx.database, { ...input, personId: ctx.actor.id })),
  importPreview: permitted("bookings.importPreview")
    .input(importPreviewInput)
    .query(({ ctx, input: { severity, offset, limit, ...target } }) =>
      importPreview(ctx.database, ctx.actor.id, { target, page: { severity, offset, limit } }),
    ),
  import: permitted("bookings.import")
    .input(keyed(importStartInput))
    .mutation(({ ctx, input: { idempotencyKey, ...target } }) =>
      startImport(ctx.database, { target, personId: ctx.actor.id, idempotencyKey }),
    ),
  importStatus: permitted("bookings.importStatus")
    .input(importStatusInput)
    .query(({ ctx, input: { runId, ...page } }) =>
      importStatus(ctx.database, { runId, personId: ctx.actor.id }, page),
    ),
  importRuns: permitted("bookings.importRuns").query(({ ctx }) => listRuns(ctx.database, ctx.actor.id)),
  importCancel: permitted("bookings.importCancel")
    .input(keyed(importRunInput))
    .mutation(({ ctx, input }) => cancelImport(ctx.database, { runId: input.runId, personId: ctx.actor.id })),
  importRefused: permitted("bookings.importRefused")
    .input(importRefusedInput)
    .query(({ ctx, input }) => refusedFile(ctx.database, ctx.actor.id, input)),
};
