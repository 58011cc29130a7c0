import * as z from "zod";

/** What stands below the picture: six digits, with or without blanks. */
export const codeSchema = z.object({
  code: z
    .string()
    .transform((text) => text.replaceAll(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, { error: "Enter the six digits from the manager’s screen." })),
});

export type CodeFields = z.infer<typeof codeSchema>;
