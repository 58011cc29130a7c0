import * as z from "zod";
import { idSchema } from "@/values/ids";
import { instantSchema } from "@/values/usable-instant";
import { isZone } from "@/values/zone";

/** What a caller may ask of the overviews of many events. */

/** Events that one look before an assignment takes. */
const ASSIGNED_AT_ONCE_MAX = 200;

/** Events ahead, by start: from the half-open range of instants, of one manager, client or zone. */
export const readinessInput = z.strictObject({
  from: instantSchema,
  to: instantSchema.optional(),
  managerId: idSchema.optional(),
  /** True for those that nobody has yet; `managerId` says nothing then. */
  isUnassigned: z.boolean().default(false),
  clientId: idSchema.optional(),
  locationId: idSchema.optional(),
  /** The region, by its clock: `Europe/Berlin`. */
  timeZone: z.string().max(64).refine(isZone, { error: "Choose a region from the list." }).optional(),
  /** True for those that are not ready. */
  isUnready: z.boolean().default(false),
  cursor: z.string().max(100).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ReadinessInput = z.infer<typeof readinessInput>;

export const previewAssignmentInput = z.strictObject({
  managerId: idSchema,
  eventIds: z.array(idSchema).min(1).max(ASSIGNED_AT_ONCE_MAX),
});
