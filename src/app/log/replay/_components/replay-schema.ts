import * as z from "zod";
import { handlerSchema } from "@/modules/operations/inputs";

/** A moment as a browser's own field writes it, read as UTC. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, { error: "Enter a date and a time." })
  .transform((text) => `${text.length === 16 ? `${text}:00` : text}Z`);

export const replaySchema = z
  .object({
    handler: handlerSchema,
    from: moment,
    to: moment,
    factType: z.string(),
    onlyNeverDelivered: z.boolean(),
    sideEffects: z.boolean(),
  })
  .refine(({ from, to }) => from < to, { error: "Choose an end after the start.", path: ["to"] })
  .transform(({ factType, ...range }) => ({ ...range, ...(factType !== "" && { factType }) }));

export type ReplayFields = z.input<typeof replaySchema>;
export type Range = z.output<typeof replaySchema>;
