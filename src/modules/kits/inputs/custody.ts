import * as z from "zod";
import { photoIdsInput } from "@/commands/photos/input";
import { conditions } from "@/modules/kits/inputs";
import { idSchema } from "@/values/ids";
import { venueMomentSchema } from "@/values/usable-instant";
import { neededWords } from "@/values/written-words";

/** What a caller may say about kits that are packed, handed over and brought back. */

const LINES_MAX = 200;
const QUANTITY_MAX = 100_000;

export const usableConditions = ["excellent", "good", "fair", "poor"] as const;
export const damageSeverities = ["minor", "moderate", "severe"] as const;
export const kitIssueTypes = ["missing", "damaged", "insufficient", "quality", "other"] as const;

const usable = z.enum(usableConditions, { error: "Choose the condition." });
const condition = z.enum(conditions, { error: "Choose the condition." });
const notes = neededWords("a note", 4000).optional();
const quantity = z
  .int({ error: "Count in whole numbers." })
  .min(0, { error: "Nothing is counted below zero." })
  .max(QUANTITY_MAX, { error: `Enter ${QUANTITY_MAX} at most.` });

const ofNeed = { kitAssignmentId: idSchema };
/** The kit that was scanned or read from its label, so that the wrong one is noticed. */
const inHand = { kitInstanceId: idSchema.optional() };

export const prepareInput = z.strictObject({
  ...ofNeed,
  ...inHand,
  /** Each part of the template, as it was counted into the kit. */
  lines: z
    .array(z.strictObject({ componentId: idSchema, quantity, condition: usable.default("good") }))
    .max(LINES_MAX),
  /** Why it holds less than its template says. */
  shortReason: neededWords("a reason", 1000).optional(),
  notes,
});

export const checkOutKitInput = z.strictObject({
  ...ofNeed,
  ...inHand,
  holderId: idSchema,
  expectedReturn: venueMomentSchema,
});

export const handOverInput = z.strictObject({
  ...ofNeed,
  toPersonId: idSchema,
  /** The need of another activity of the event that the kit goes on to. */
  toKitAssignmentId: idSchema.optional(),
  condition,
  notes,
});

export const swapKitInput = z.strictObject({
  ...ofNeed,
  replacementInstanceId: idSchema,
  /** Of the kit that leaves. */
  condition,
  reason: neededWords("a reason", 1000),
});

export const expectReturnInput = z.strictObject({
  ...ofNeed,
  expectedReturn: venueMomentSchema,
  reason: neededWords("a reason", 1000).optional(),
});

export const returnKitInput = z.strictObject({
  ...ofNeed,
  ...inHand,
  /** Who brought it; whoever had it, when not said. */
  returnedBy: idSchema.optional(),
  /** What came back this time; all that is still out and in order, when not said. */
  lines: z
    .array(
      z.strictObject({
        componentId: idSchema,
        quantity,
        condition: usable.optional(),
        damage: z
          .strictObject({
            description: neededWords("what is damaged", 1000),
            severity: z.enum(damageSeverities, { error: "Choose how bad it is." }),
          })
          .optional(),
      }),
    )
    .max(LINES_MAX)
    .optional(),
  /** False while the rest is still to come. */
  isLast: z.boolean().default(true),
  photoIds: photoIdsInput,
  notes,
});

export const reportKitIssueInput = z.strictObject({
  ...ofNeed,
  issueType: z.enum(kitIssueTypes, { error: "Choose what is wrong." }),
  description: neededWords("what is wrong", 4000),
  impactLevel: z.enum(["minor", "moderate", "major"], { error: "Choose how bad it is." }),
  /** Somebody has to act at once. */
  needsImmediate: z.boolean().default(false),
  photoIds: photoIdsInput,
});

export const resolveKitIssueInput = z.strictObject({ issueId: idSchema, condition, notes });

/** The workflow's own: a kit came back, or was swapped, with something wrong about it. */
export const followDamageInput = z.strictObject({
  ...ofNeed,
  kitInstanceId: idSchema,
  missing: z.array(idSchema).max(500),
  damaged: z
    .array(
      z.strictObject({
        id: idSchema,
        description: z.string().max(8000),
        severity: z.enum(damageSeverities),
      }),
    )
    .max(500),
  condition,
  /** What was said about it. */
  words: z.string().max(8000),
  reportedBy: z.string().max(128),
  reportedAt: z.string().max(40),
});

export const kitsOfEventInput = z.strictObject({ eventId: idSchema });

/** What a label says (decision 0032), or what else a camera came upon. */
export const scanKitInput = z.strictObject({
  eventId: idSchema,
  code: neededWords("the code on the label", 200),
});
