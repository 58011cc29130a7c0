import * as z from "zod";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";
import { instantSchema } from "@/values/usable-instant";

/** What a caller may say about deliveries and handlers. Never who did it, or when: the server sets those. */

/** Deliveries that one retry or skip by filter settles at most; what is left is said. */
export const RETRY_MAX = 1_000;
export const SKIP_MAX = 100;

/** Facts that one step of a replay queues at most, and replayed deliveries of one handler that may be open at once. */
export const REPLAY_STEP_MAX = 500;
export const REPLAY_OPEN_MAX = 1_000;

/** Facts that a dry run hands to the handler at most. */
export const DRY_RUN_MAX = 100;

const NAME_MAX = 60;

/** A handler's name, also of one that this release does not have any more. */
export const handlerSchema = z
  .string()
  .max(NAME_MAX)
  .regex(/^[a-z][a-z0-9-]*$/, { error: "Choose a handler." });

const typeSchema = z
  .string()
  .max(100)
  .regex(/^[A-Z_]+$/, { error: "Choose a type." });

export const reasonSchema = z
  .string({ error: "Enter a reason." })
  .trim()
  .min(1, { error: "Enter a reason." })
  .max(500, { error: "A reason can have 500 characters at most." })
  .refine(isKeepable, { error: "A reason holds a character that cannot be kept." });

const rangeShape = { from: instantSchema, to: instantSchema };

/**
 * Which open deliveries: `parked` have given up, `retrying` wait for their next try, `open` is all that nobody
 * runs just now.
 */
export const deliveryFilterSchema = z.strictObject({
  state: z.enum(["parked", "retrying", "open"]).default("parked"),
  /** What their errors have in common, as `log.parked` names it. */
  errorGroup: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  type: typeSchema.optional(),
  /** When the fact was recorded: `from` inclusive, `to` not. */
  from: rangeShape.from.optional(),
  to: rangeShape.to.optional(),
});

export type DeliveryFilter = z.output<typeof deliveryFilterSchema>;

/** One delivery by its fact, or all that a filter finds; one of the two. */
const whichShape = {
  handler: handlerSchema,
  factId: idSchema.optional(),
  filter: deliveryFilterSchema.optional(),
};

export const retryInput = z.strictObject({
  ...whichShape,
  reason: reasonSchema.default("Asked for without a reason."),
});
export const skipInput = z.strictObject({ ...whichShape, reason: reasonSchema });
export const retryPreviewInput = z.strictObject({ handler: handlerSchema, filter: deliveryFilterSchema });

export const handlerInput = z.strictObject({ handler: handlerSchema, reason: reasonSchema });

/** A legal hold, placed or lifted. */
export const holdInput = z.strictObject({ bookingId: idSchema, reason: reasonSchema });

/** Seal states: of so many days up to today in UTC, of days by date (`YYYY-MM-DD`, UTC), and of entries by the fact's id. */
export const sealsInput = z.strictObject({
  days: z.int().min(0).max(62).default(14),
  dates: z.array(z.iso.date()).max(62).default([]),
  ids: z.array(idSchema).max(100).default([]),
});

/** What retention would do on a day, `YYYY-MM-DD` in UTC; today when not given. */
export const retentionInput = z.strictObject({
  asOf: z.iso.date({ error: "Enter a day such as 2033-01-01." }).optional(),
});

/** Facts in [from, to) that the handler hears today; in steps, each beginning behind the one before. */
export const replayInput = z.strictObject({
  handler: handlerSchema,
  ...rangeShape,
  /** Only facts of this type; a command's own `type` is taken. */
  factType: typeSchema.optional(),
  /** Leaves out what the handler has a receipt for. */
  onlyNeverDelivered: z.boolean().default(false),
  /** True lets the handler reach people: only when somebody asked for it in so many words. */
  sideEffects: z.boolean().default(false),
  /** Where the step before ended. */
  after: z.strictObject({ recordedAt: instantSchema, position: z.string().regex(/^\d{1,18}$/) }).optional(),
  reason: reasonSchema,
});
export const replayPreviewInput = replayInput.omit({ after: true, reason: true });

export type ReplayRange = z.output<typeof replayPreviewInput>;

export const viewPersonalDataInput = z.strictObject({ factId: idSchema, reason: reasonSchema });

export const deliveriesInput = z.strictObject({ factId: idSchema });
