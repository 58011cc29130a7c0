import * as z from "zod";
import { createActivityInput } from "@/modules/activities/inputs";
import { staffRoles } from "@/values/staff-roles";

const { shape } = createActivityInput;

const count = z.int({ error: "Enter a whole number." }).min(1, { error: "Enter 1 at least." });

const activity = z.object({
  type: shape.activityType,
  description: shape.description.unwrap(),
  length: shape.duration,
  roles: z.array(
    z.object({ role: z.enum(staffRoles), headcount: count.max(200, { error: "Ask for 200 at most." }) }),
  ),
  kits: z.array(
    z.object({
      kitTemplateId: z.string().min(1, { error: "Choose a kit." }),
      quantity: count.max(100, { error: "Ask for 100 at most." }),
    }),
  ),
});

/** One activity where the fields of a plan expect it. Heads and kits are counted; the wish has one entry for each. */
export const addActivitySchema = z.object({ plan: z.object({ activities: z.tuple([activity]) }) });

export type AddActivityFields = z.infer<typeof addActivitySchema>;
