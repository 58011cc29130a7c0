import * as z from "zod";
import { idSchema, versionMax } from "@/values/ids";
import { durationMs } from "@/values/time-window";
import { instantSchema } from "@/values/usable-instant";

/** What a caller may say about proposed rosters. */

/** Two weeks, with an hour for the clocks. */
const RANGE_MS_MAX = 14 * 86_400_000 + 3_600_000;
const SECONDS_MAX = 30;
/** Of unique ids of a week: what a retry says again. */
const key = z.string().regex(/^[0-9a-zA-Z-]{8,100}$/, {
  error: "The idempotency key has 8 to 100 letters, digits and dashes.",
});

const planId = idSchema;
const version = z.int({ error: "Reload the plan." }).min(1).max(versionMax);

export const proposeInput = z
  .strictObject({
    /** Slots whose shifts begin in it are planned. */
    startsAt: instantSchema,
    endsAt: instantSchema,
    /** The solver's. */
    seconds: z.int().min(1).max(SECONDS_MAX).default(10),
    idempotencyKey: key.optional(),
  })
  .refine((range) => durationMs(range) > 0, { path: ["endsAt"], error: "The end comes after the start." })
  .refine((range) => durationMs(range) <= RANGE_MS_MAX, {
    path: ["endsAt"],
    error: "Plan two weeks at most at once.",
  });

/** Of the plan that one made last, where none is named. */
export const planInput = z.strictObject({ planId: planId.optional() });

export const setSeatInput = z.strictObject({
  planId,
  slotId: idSchema,
  /** Null leaves the slot open. */
  userId: idSchema.nullable(),
});

export const publishPlanInput = z.strictObject({
  planId,
  version,
  /** Until when they may answer; the server chooses where it is not said. */
  responseDeadline: instantSchema.optional(),
  idempotencyKey: key.optional(),
});
