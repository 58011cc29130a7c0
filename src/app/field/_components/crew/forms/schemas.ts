import * as z from "zod";
import { checkOutInput, correctHoursInput, reportNoShowInput } from "@/modules/staffing/inputs/attendance";

export const noShowSchema = z.object({
  consequenceLevel: reportNoShowInput.shape.consequenceLevel.unwrap(),
  notes: z.string().trim().max(4000, { error: "Write 4000 characters at most." }),
});
export type NoShowFields = z.infer<typeof noShowSchema>;

/** `isEarly` says whether leaving now takes a reason; the server decides once more. */
export const crewCheckOutSchema = z
  .object({
    isEarly: z.boolean(),
    breakMinutes: checkOutInput.shape.breakMinutes.unwrap(),
    reason: z.string().trim().max(1000, { error: "Write 1000 characters at most." }),
  })
  .superRefine(({ isEarly, reason }, context) => {
    if (isEarly && reason === "") {
      context.addIssue({ code: "custom", message: "Enter why they leave early.", path: ["reason"] });
    }
  });
export type CrewCheckOutFields = z.infer<typeof crewCheckOutSchema>;

export const hoursSchema = z.object({
  hoursWorked: z
    .string()
    .transform((text) => Number(text.trim().replace(",", ".") || Number.NaN))
    .pipe(correctHoursInput.shape.hoursWorked),
  reason: correctHoursInput.shape.reason,
});
export type HoursFields = z.infer<typeof hoursSchema>;
