import * as z from "zod";
import { cancelInput } from "@/modules/bookings/inputs";

/** What the client says on cancelling; loaded with the first check of the form. */
export const cancelSchema = z.object({
  reason: cancelInput.shape.reason,
  runningEvents: z.enum(["keep", "cancel"]),
});

export type CancelAnswers = z.infer<typeof cancelSchema>;
