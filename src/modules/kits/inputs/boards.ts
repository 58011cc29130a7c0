import * as z from "zod";
import { instantMs } from "@/values/civil";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";
import { instantSchema, venueMomentSchema } from "@/values/usable-instant";

/** What is asked about the needs of events and the kits that meet them. */

const BOARD_DAYS_MAX = 45;
const PREPARATION_DAYS_MAX = 31;
const AVAILABILITY_DAYS_MAX = 90;
const DAY_MS = 86_400_000;

export const kitsOfEventInput = z.strictObject({ eventId: idSchema });
export const previewKitMoveInput = z.strictObject({ eventId: idSchema, newDate: venueMomentSchema });
export const kitWaysInput = z.strictObject({ kitAssignmentId: idSchema });

/** So many days of 24 hours from an instant on. */
export const availabilityInput = z.strictObject({
  from: instantSchema,
  days: z.int().min(1).max(AVAILABILITY_DAYS_MAX).default(AVAILABILITY_DAYS_MAX),
});
export type AvailabilityInput = z.infer<typeof availabilityInput>;

export const shortagesInput = z.strictObject({ kitTemplateId: idSchema.optional() });
export type ShortagesInput = z.infer<typeof shortagesInput>;

const stretch = {
  from: instantSchema,
  /** Not part of the stretch. */
  to: instantSchema,
};

export const kitBoardInput = z
  .strictObject({
    ...stretch,
    kitTemplateId: idSchema.optional(),
    /** A part of a kit's code or of the name of its template. */
    q: z.string().trim().min(1).max(100).refine(isKeepable).optional(),
  })
  .refine(endsLater, { error: "The end has to be after the start.", path: ["to"] })
  .refine(within(BOARD_DAYS_MAX), { error: `Look at ${BOARD_DAYS_MAX} days at most.`, path: ["to"] });
export type KitBoardInput = z.infer<typeof kitBoardInput>;

export const preparationInput = z
  .strictObject(stretch)
  .refine(endsLater, { error: "The end has to be after the start.", path: ["to"] })
  .refine(within(PREPARATION_DAYS_MAX), {
    error: `Look at ${PREPARATION_DAYS_MAX} days at most.`,
    path: ["to"],
  });
export type PreparationInput = z.infer<typeof preparationInput>;

interface Stretch {
  readonly from: string;
  readonly to: string;
}

function endsLater({ from, to }: Stretch): boolean {
  return instantMs(from) < instantMs(to);
}

function within(days: number) {
  return ({ from, to }: Stretch) => instantMs(to) - instantMs(from) <= days * DAY_MS;
}
