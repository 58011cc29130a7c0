import * as z from "zod";
import { importMappingSchema } from "@/modules/bookings/import/mapping";
import { idSchema } from "@/values/ids";

/** What an admin may say about imports. */

const severitySchema = z.enum(["error", "warning"]);

/** A file, how to read it, and the client of rows that name none. */
const target = {
  fileId: idSchema,
  mapping: importMappingSchema,
  clientId: idSchema.optional(),
};

const problemPage = {
  severity: severitySchema.optional(),
  /** Problems to pass over; a page starts there. */
  offset: z.int().min(0).max(1_000_000).default(0),
  limit: z.int().min(1).max(200).default(50),
};

export const importFileInput = z.strictObject({ fileId: idSchema });
export const importPreviewInput = z.strictObject({ ...target, ...problemPage });
export const importStartInput = z.strictObject(target);
export const importStatusInput = z.strictObject({ runId: idSchema, ...problemPage });
export const importRunInput = z.strictObject({ runId: idSchema });
export const importRefusedInput = z.union([z.strictObject(target), importRunInput]);

export type ImportTarget = z.infer<typeof importStartInput>;
export type ImportRefusedInput = z.infer<typeof importRefusedInput>;
export type ProblemPageInput = Pick<z.infer<typeof importPreviewInput>, "severity" | "offset" | "limit">;
