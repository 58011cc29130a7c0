import * as z from "zod";
import { idSchema, versionMax } from "@/values/ids";
import { neededWords, writtenWords } from "@/values/written-words";

/** What a caller may say about which event needs which kit, and gets which. */

const QUANTITY_MAX = 50;
/** More than what one fact names, and than the coming uses of one kit. */
const CHECKED_MAX = 1_000;

const version = z.int({ error: "Reload the kits." }).min(1).max(versionMax);
/** A decision on a need names the version that was looked at. */
const ofNeed = { kitAssignmentId: idSchema, version };

/** So many more kits for an activity, by template: certain ones are bound late (domain.md rule 36). */
export const assignKitsInput = z.strictObject({
  activityId: idSchema,
  kitTemplateId: idSchema,
  quantity: z
    .int({ error: "Enter how many." })
    .min(1, { error: "Enter how many." })
    .max(QUANTITY_MAX, { error: `Ask for ${QUANTITY_MAX} kits at most at once.` })
    .default(1),
  notes: writtenWords("the note", 1000).default(""),
});

/** A certain kit for a need, another one, or none any more. */
export const bindKitInput = z.strictObject({ ...ofNeed, kitInstanceId: idSchema.nullable() });

export const cancelKitAssignmentInput = z.strictObject({ ...ofNeed, reason: neededWords("a reason", 1000) });

/** How a shortage is settled (domain.md rule 38); another kit in its place is `bind`, another date is the event's. */
export const resolveShortageInput = z.strictObject({
  ...ofNeed,
  way: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("spares") }),
    z.strictObject({ kind: z.literal("borrow"), kitInstanceId: idSchema }),
    z.strictObject({ kind: z.literal("accept_short"), reason: neededWords("a reason", 1000) }),
  ]),
});

/** Commands of the workflow alone. */
export const layOutKitsInput = z.strictObject({ activityId: idSchema });
export const releaseKitsInput = z.strictObject({ eventId: idSchema, reason: neededWords("a reason", 4000) });
export const moveKitsInput = z.strictObject({ eventId: idSchema });
/** The kits in question, certain needs, and a template whose spares have changed. */
export const checkKitNeedsInput = z.strictObject({
  kitInstanceIds: z.array(idSchema).max(CHECKED_MAX).default([]),
  kitAssignmentIds: z.array(idSchema).max(CHECKED_MAX).default([]),
  kitTemplateId: idSchema.optional(),
});
