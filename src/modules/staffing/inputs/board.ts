import * as z from "zod";
import { instantMs } from "@/values/civil";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";
import { instantSchema, venueMomentSchema } from "@/values/usable-instant";
import { isZone } from "@/values/zone";

/** What is asked about shifts. */

/** Two weeks wherever on earth. */
const DAYS_MAX = 17;
/** Nobody turns more pages; beyond them a name or a role is asked for. */
const PAGES_MAX = 100;

/** Which shifts are meant. */
const filterShape = {
  role: z.string().trim().min(1).max(80).refine(isKeepable).optional(),
  clientId: idSchema.optional(),
  /** Who runs the event. */
  managerId: idSchema.optional(),
  /** A region, by its clock. */
  timeZone: z.string().max(64).refine(isZone, { error: "Choose a region from the list." }).optional(),
};

const rangeShape = {
  from: instantSchema,
  /** Not part of the stretch. */
  to: instantSchema,
};

interface Range {
  readonly from: string;
  readonly to: string;
}

const isForward = ({ from, to }: Range) => instantMs(from) < instantMs(to);
const isShort = ({ from, to }: Range) => instantMs(to) - instantMs(from) <= DAYS_MAX * 86_400_000;
const backward = { error: "The end has to be after the start.", path: ["to"] };
const tooLong = { error: `Look at ${DAYS_MAX} days at most.`, path: ["to"] };

export const boardInput = z
  .strictObject({
    ...rangeShape,
    ...filterShape,
    /** A part of a person's name. */
    q: z.string().trim().min(1).max(100).refine(isKeepable).optional(),
    /** Only people whose shifts stand in each other's way. */
    onlyConflicts: z.boolean().optional(),
    page: z.int().min(1).max(PAGES_MAX).default(1),
  })
  .refine(isForward, backward)
  .refine(isShort, tooLong);
export type BoardInput = z.infer<typeof boardInput>;

export const conflictsInput = z
  .strictObject({ ...rangeShape, ...filterShape })
  .refine(isForward, backward)
  .refine(isShort, tooLong);
export type ConflictsInput = z.infer<typeof conflictsInput>;

export const staffOfEventInput = z.strictObject({ eventId: idSchema });
export const assignmentByIdInput = z.strictObject({ assignmentId: idSchema });
export const previewMoveInput = z.strictObject({ eventId: idSchema, newDate: venueMomentSchema });
