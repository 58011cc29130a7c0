import * as z from "zod";
import { holdInput } from "@/modules/operations/inputs";
import { idSchema } from "@/values/ids";

export const placeHoldSchema = z.object({
  bookingId: z.string().min(1, { error: "Choose the booking." }).pipe(idSchema),
  reason: holdInput.shape.reason,
});

export const liftHoldSchema = z.object({ reason: holdInput.shape.reason });

export type PlaceHoldFields = z.output<typeof placeHoldSchema>;
export type LiftHoldFields = z.output<typeof liftHoldSchema>;
