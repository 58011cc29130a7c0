import * as z from "zod";
import { EXPORT_FORMATS } from "@/domain-events/interchange/file-formats";
import { reasonSchema } from "@/modules/operations/inputs";
import { searchInput } from "@/server/log-view/inputs";

/** What a search of the log may ask for, without its pages. */
export const exportFilter = searchInput.omit({ cursor: true, order: true, limit: true });

export type ExportFilter = z.output<typeof exportFilter>;

export const exportInput = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  filter: exportFilter,
  /** Leaves personal fields as they are; the reason goes into the log before the first line goes out. */
  unmask: z.strictObject({ reason: reasonSchema }).optional(),
});

export type ExportInput = z.output<typeof exportInput>;
