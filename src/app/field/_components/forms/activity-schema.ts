import * as z from "zod";
import { completeActivityInput } from "@/modules/activities/inputs";
import { figuresSchema } from "./figures-schema";

export const activitySchema = z.object({
  figures: figuresSchema,
  notes: completeActivityInput.shape.notes.unwrap(),
});

export type ActivityFields = z.infer<typeof activitySchema>;
