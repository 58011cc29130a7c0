import * as z from "zod";
import { reasonSchema } from "@/modules/bookings/inputs";

export const rejectSchema = z.object({
  reason: reasonSchema,
  again: z.enum(["yes", "no"], { error: "Say whether the client may change it and send it again." }),
});

export type RejectFields = z.infer<typeof rejectSchema>;
