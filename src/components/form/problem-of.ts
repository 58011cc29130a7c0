import type { Problem } from "./form-problem";
import { isRecord } from "./is-record";

/** A refusal with all that a screen may want to explain it. */
export interface ServerProblem extends Problem {
  /** Sentences by path of the input. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the refusal is about; each screen parses the part it shows. */
  readonly data?: unknown;
}

const LOST =
  "Muster could not be reached. What you entered is still here: check the connection, then try again.";

/** What went wrong with a call, from whatever it threw: the server's refusal, or that no answer came. */
export function problemOf(error: unknown): ServerProblem {
  const told = isRecord(error) ? readRefusal(error["data"]) : null;
  return told ?? { code: "OFFLINE", message: LOST, fields: {}, data: undefined };
}

/** Read by hand: this is on every page, and zod would be a third of their first load. */
function readRefusal(value: unknown): ServerProblem | null {
  if (!isRecord(value)) return null;
  const { code, message, rule, requestId, fields = {}, data } = value;
  if (typeof code !== "string" || typeof message !== "string") return null;
  if (!isTextOrNone(rule) || !isTextOrNone(requestId) || !isTexts(fields)) return null;
  return {
    code,
    message,
    fields,
    data,
    ...(rule !== undefined && { rule }),
    ...(requestId !== undefined && { requestId }),
  };
}

function isTextOrNone(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every((text) => typeof text === "string");
}
