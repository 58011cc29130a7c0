import * as z from "zod";
import type { Problem } from "./form-problem";

/** A refusal with all that a screen may want to explain it. */
export interface ServerProblem extends Problem {
  /** Sentences by path of the input. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the refusal is about; each screen parses the part it shows. */
  readonly data?: unknown;
}

const errorData = z.object({
  code: z.string(),
  message: z.string(),
  rule: z.string().optional(),
  requestId: z.string().optional(),
  fields: z.record(z.string(), z.string()).default({}),
  data: z.unknown().optional(),
});

const LOST =
  "Muster could not be reached. What you entered is still here: check the connection, then try again.";

/** What went wrong with a call, from whatever it threw: the server's refusal, or that no answer came. */
export function problemOf(error: unknown): ServerProblem {
  const thrown = z.object({ data: errorData }).safeParse(error);
  if (!thrown.success) return { code: "OFFLINE", message: LOST, fields: {}, data: undefined };
  return thrown.data.data;
}
