import * as z from "zod";
import { moveKinds } from "@/modules/kits/inputs";
import { quantityMax } from "@/modules/kits/inputs/records";
import { idSchema } from "@/values/ids";

/** A number that was left empty is no answer about that part. */
const quantity = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, { error: "Enter a whole number." })
  .transform((text) => (text === "" ? null : Number(text)))
  .refine((count) => count === null || count <= quantityMax, { error: "Use 100,000 at most." });

/** The form of moving parts: for each part a number, or nothing. */
export const moveSchema = z
  .strictObject({
    kind: z.enum(moveKinds),
    otherKitInstanceId: z.string().transform((id) => (id === "" ? undefined : idSchema.parse(id))),
    parts: z.array(z.strictObject({ componentId: idSchema, quantity })),
    reason: z.string().trim().max(1000, { error: "Use 1000 characters at most." }),
  })
  .transform(({ parts, ...rest }) => ({
    ...rest,
    parts: parts.flatMap((part) => (part.quantity === null ? [] : [{ ...part, quantity: part.quantity }])),
  }))
  .refine(({ parts }) => parts.length > 0, {
    path: ["parts"],
    error: "Enter a number for one part at least.",
  });
