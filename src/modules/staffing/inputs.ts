import * as z from "zod";
import { idSchema } from "@/values/ids";
import { venueMomentSchema } from "@/values/usable-instant";
import { neededWords, writtenWords } from "@/values/written-words";

/** What a caller may say about shifts. Never who did it, or when: the server sets those. */

/** More than a week of the largest roster; beyond it a screen sends a second command. */
const AT_ONCE_MAX = 200;
const RATE_MAX = 100_000;
const HOURS_MAX = 10_000;

export const assignmentStatuses = [
  "created",
  "offered",
  "accepted",
  "rejected",
  "expired",
  "withdrawn",
  "checked_in",
  "checked_out",
  "no_show",
] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];

const override = z.strictObject({ reason: neededWords("why it is all right", 1000) });

/** What is paid; all of it or nothing. */
const compensationInput = z.strictObject({
  /** Per hour, in `currency`. */
  rate: z
    .number({ error: "Enter a rate." })
    .min(0, { error: "A rate cannot be negative." })
    .max(RATE_MAX, { error: "This rate is too high." }),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: "Enter a currency, such as USD." }),
  /** The length of the shift when left out. */
  estimatedHours: z.number().min(0).max(HOURS_MAX).optional(),
});

/** How shifts are offered. */
const termsShape = {
  /** Never later than the start; the server shortens it, and chooses one when left out (domain.md rule 24). */
  responseDeadline: venueMomentSchema.optional(),
  compensation: compensationInput.optional(),
  /** Whether the next in rank is asked when somebody declines; as before when left out. */
  autoNext: z.boolean().optional(),
  /** Until when that goes on by itself. */
  stopAt: venueMomentSchema.optional(),
};

/** People for slots, planned, and offered at once when `offer` says how. */
export const createAssignmentInput = z.strictObject({
  assignments: z
    .array(z.strictObject({ slotId: idSchema, userId: idSchema }))
    .min(1, { error: "Choose somebody." })
    .max(AT_ONCE_MAX, { error: `Plan ${AT_ONCE_MAX} shifts at most at once.` }),
  instructions: writtenWords("the instructions", 4000).default(""),
  offer: z.strictObject(termsShape).optional(),
});

/** Several people for one slot are all invited, the first to accept takes it; several dates of one person are one group. */
export const offerInput = z.strictObject({
  assignmentIds: z
    .array(idSchema)
    .min(1, { error: "Choose a shift." })
    .max(AT_ONCE_MAX, { error: `Offer ${AT_ONCE_MAX} shifts at most at once.` }),
  ...termsShape,
});

export const acceptInput = z.strictObject({
  assignmentId: idSchema,
  notes: writtenWords("the note", 1000).default(""),
  /** For the agency, which answers on behalf of somebody in spite of a warning. */
  override: override.optional(),
});

export const rejectInput = z.strictObject({
  assignmentId: idSchema,
  reason: writtenWords("the reason", 1000).default(""),
  isAvailableForFuture: z.boolean().default(true),
});

export const withdrawInput = z.strictObject({
  assignmentId: idSchema,
  reason: neededWords("a reason", 1000),
});

/** An agent names themselves, and a slot that they were asked for. */
export const joinStandbyInput = z.strictObject({ slotId: idSchema, userId: idSchema });

/** Commands of the workflow alone. */
export const expireInput = z.strictObject({ assignmentId: idSchema });
export const succeedInput = z.strictObject({ slotId: idSchema });
export const moveShiftsInput = z.strictObject({ eventId: idSchema });
export const releaseStaffInput = z.strictObject({ eventId: idSchema, reason: neededWords("a reason", 4000) });
export const withdrawClashingInput = z.strictObject({ assignmentId: idSchema });
