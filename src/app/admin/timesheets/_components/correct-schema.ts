import * as z from "zod";
import { correctHoursInput } from "@/modules/staffing/inputs/attendance";

/** Hours as people type them: "7.5", "7,5". */
export const correctSchema = z.object({
  hoursWorked: z
    .string()
    .transform((text) => Number(text.trim().replace(",", ".") || Number.NaN))
    .pipe(correctHoursInput.shape.hoursWorked),
  reason: correctHoursInput.shape.reason,
});

export type CorrectFields = z.infer<typeof correctSchema>;
