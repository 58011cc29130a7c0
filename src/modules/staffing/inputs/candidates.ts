import * as z from "zod";
import { idSchema } from "@/values/ids";

/** What a caller may ask about who fits. */

export const candidatesInput = z.strictObject({
  slotId: idSchema,
  /** Only these, whoever they are. */
  userIds: z.array(idSchema).min(1).max(50).optional(),
  limit: z.int().min(1).max(100).default(30),
});

export const staffPersonInput = z.strictObject({ userId: idSchema });
