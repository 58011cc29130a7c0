import * as z from "zod";
import { idSchema, versionMax } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";

/** What a caller may say about kits as records of the directory. */

const PARTS_MAX = 100;
export const quantityMax = 100_000;

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Use ${max} characters at most.` })
    .refine(isKeepable, { error: "This holds a character that cannot be kept." });

/** What a label says. Somebody who types it need not mind capitals. */
export const kitCode = z
  .string({ error: "Enter the code." })
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9-]{2,31}$/, { error: "Use 3 to 32 letters, digits and dashes, such as TEA-04." });

const place = text(300);

export const kitFields = z.strictObject({
  kitTemplateId: idSchema,
  code: kitCode,
  /** Where it lies when nobody has it. */
  home: place.default(""),
  notes: text(2000).default(""),
});

/** So many of a part. */
const partCount = z.strictObject({
  componentId: idSchema,
  quantity: z
    .int({ error: "Enter how many." })
    .min(0, { error: "There cannot be fewer than none." })
    .max(quantityMax, { error: "Use 100,000 at most." }),
});

export const partCounts = z
  .array(partCount)
  .max(PARTS_MAX)
  .refine((lines) => new Set(lines.map(({ componentId }) => componentId)).size === lines.length, {
    error: "A part is named twice.",
  });

export const createKitInput = z.strictObject({
  fields: kitFields,
  /** What is in it at first; all that its template says where it is not said. */
  contents: partCounts.nullable().default(null),
});

const version = z.int({ error: "Reload the kit." }).min(1).max(versionMax);

/** The template of a kit stays what it is. */
export const updateKitInput = z.strictObject({
  recordId: idSchema,
  version,
  fields: kitFields.omit({ kitTemplateId: true }),
});

export const keepKitInput = z.strictObject({ recordId: idSchema, version });

export type KitFields = z.infer<typeof kitFields>;
