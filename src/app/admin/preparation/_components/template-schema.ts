import * as z from "zod";
import { preparationTemplateFields } from "@/modules/directory/inputs";

/** The one that serves all other events has no kind of activity; every other one needs it. */
export const fallbackSchema = preparationTemplateFields;

export const templateSchema = preparationTemplateFields.extend({
  activityType: z
    .string()
    .trim()
    .min(1, { error: "Enter a kind of activity, such as Sampling." })
    .max(80, { error: "Use 80 characters at most." }),
});
