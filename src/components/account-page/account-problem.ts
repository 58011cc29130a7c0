import type { Problem } from "@/components/form/form-problem";

interface Told {
  readonly message: string;
  readonly data?: { readonly code?: string; readonly requestId?: string } | null | undefined;
}

/** What the server said of a call. `form/problem-of.ts` says more, with zod, which phones do not load. */
export function accountProblem(error: Told | null): Problem | null {
  if (error === null) return null;
  const { code, requestId } = error.data ?? {};
  if (code === undefined) {
    return { code: "OFFLINE", message: "Muster could not be reached. Check the connection, then try again." };
  }
  return { code, message: error.message, ...(requestId !== undefined && { requestId }) };
}
