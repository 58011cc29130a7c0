import * as z from "zod";
import { conditions, kitUnitStatuses, moveKinds } from "@/modules/kits/inputs";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";
import { kitCode, partCounts } from "./records";

/** What a caller may say about kits as things: what is in them, how they are, where they lie. */

const STOCK_TAKE_MAX = 500;
const unkeepable = { error: "This holds a character that cannot be kept." };

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Use ${max} characters at most.` })
    .refine(isKeepable, unkeepable);
const reason = z
  .string({ error: "Say why." })
  .trim()
  .min(1, { error: "Say why." })
  .max(1000, { error: "Use 1000 characters at most." })
  .refine(isKeepable, unkeepable);

export const moveComponentsInput = z.strictObject({
  kind: z.enum(moveKinds, { error: "Choose what became of the parts." }),
  /** The kit in question; none for parts that come into the spares or leave them. */
  kitInstanceId: idSchema.optional(),
  /** The kit that lends, or that gets back what it lent. */
  otherKitInstanceId: idSchema.optional(),
  /** How many of each: for `counted` how many there are, else how many move. */
  parts: partCounts.min(1, { error: "Name one part at least." }),
  reason: text(1000).optional(),
});

/** Brings a kit to what its template says: takes from the spares what it lacks, and puts away what is too much. */
export const matchTemplateInput = z.strictObject({ kitInstanceId: idSchema });

export const inspectInput = z.strictObject({
  kitInstanceId: idSchema,
  condition: z.enum(conditions, { error: "Choose the condition." }),
  notes: text(2000).optional(),
});

export const quarantineInput = z.strictObject({ kitInstanceId: idSchema, reason });

export const takeStockInput = z.strictObject({
  /** As the kits that lie there name their home. */
  place: z
    .string({ error: "Choose the place." })
    .trim()
    .min(1, { error: "Choose the place." })
    .max(300, { error: "Use 300 characters at most." })
    .refine(isKeepable, unkeepable),
  /** The kits that are there, in whatever order they were scanned. */
  kitInstanceIds: z
    .array(idSchema)
    .max(STOCK_TAKE_MAX, { error: `Count ${STOCK_TAKE_MAX} kits at most at once.` }),
  /** How many spares there are, of the parts that were counted. */
  spares: partCounts.default([]),
  notes: text(2000).optional(),
});

export const kitListInput = z.strictObject({
  q: text(100).optional(),
  status: z.array(z.enum(kitUnitStatuses)).max(kitUnitStatuses.length).optional(),
  kitTemplateId: idSchema.optional(),
  home: text(300).optional(),
  /** Only those that hold more or less than their template says. */
  differs: z.boolean().default(false),
  /** Only those that were not found where they should be. */
  notSeen: z.boolean().default(false),
  includeRetired: z.boolean().default(false),
  cursor: idSchema.optional(),
  limit: z.int().min(1).max(200).default(50),
});

export const kitInput = z.strictObject({ kitInstanceId: idSchema });
export const kitByCodeInput = z.strictObject({ code: kitCode });
export const kitTemplateInput = z.strictObject({ kitTemplateId: idSchema });
export const kitUtilisationInput = z.strictObject({ days: z.int().min(1).max(366).default(90) });
