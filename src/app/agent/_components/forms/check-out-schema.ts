import * as z from "zod";
import { checkOutInput } from "@/modules/staffing/inputs/attendance";

/** `isEarly` says whether leaving now takes a reason; the server decides once more. */
export const checkOutSchema = z
  .object({
    isEarly: z.boolean(),
    breakMinutes: checkOutInput.shape.breakMinutes.unwrap(),
    reason: z.string().trim().max(1000, { error: "Write 1000 characters at most." }),
    feedback: z.string().trim().max(4000, { error: "Write 4000 characters at most." }),
  })
  .superRefine(({ isEarly, reason }, context) => {
    if (isEarly && reason === "") {
      context.addIssue({ code: "custom", message: "Enter why you leave early.", path: ["reason"] });
    }
  });

export type CheckOutFields = z.infer<typeof checkOutSchema>;
