import * as z from "zod";

const words = z.string().trim().max(1000, { error: "Write 1,000 characters at most." });

export const reasonSchema = z.object({ reason: words.min(1, { error: "Enter a reason." }) });
export const optionalReasonSchema = z.object({ reason: words });
