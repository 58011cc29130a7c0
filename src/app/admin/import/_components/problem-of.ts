import type { Problem } from "@/components/form/form-problem";

interface Told {
  readonly message: string;
  readonly data?:
    | {
        readonly code?: string | undefined;
        readonly rule?: string | undefined;
        readonly requestId?: string | undefined;
      }
    | null
    | undefined;
}

/** What the server said of a call that failed, as screens show it; a lost connection has no answer to show. */
export function problemOf(error: Told | null): Problem | null {
  if (error === null) return null;
  const { data } = error;
  if (!data?.code) {
    return {
      code: "OFFLINE",
      message: "The server did not answer. What you entered is still here; try again.",
    };
  }
  const { code, rule, requestId } = data;
  return { code, message: error.message, ...(rule && { rule }), ...(requestId && { requestId }) };
}
