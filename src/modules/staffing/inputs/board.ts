import * as z from "zod";
import { instantMs } from "@/values/civil";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";
import { instantSchema, venueMomentSchema } from "@/values/usable-instant";

/** What is asked about shifts. */

const DAYS_MAX = 15;

export const boardInput = z
  .strictObject({
    from: instantSchema,
    /** Not part of the stretch. */
    to: instantSchema,
    /** A part of a person's name. */
    q: z.string().trim().min(1).max(100).refine(isKeepable).optional(),
    role: z.string().trim().min(1).max(80).refine(isKeepable).optional(),
  })
  .refine(({ from, to }) => instantMs(from) < instantMs(to), {
    error: "The end has to be after the start.",
    path: ["to"],
  })
  .refine(({ from, to }) => instantMs(to) - instantMs(from) <= DAYS_MAX * 86_400_000, {
    error: `Look at ${DAYS_MAX} days at most.`,
    path: ["to"],
  });
export type BoardInput = z.infer<typeof boardInput>;

export const staffOfEventInput = z.strictObject({ eventId: idSchema });
export const assignmentByIdInput = z.strictObject({ assignmentId: idSchema });
export const previewMoveInput = z.strictObject({ eventId: idSchema, newDate: venueMomentSchema });
