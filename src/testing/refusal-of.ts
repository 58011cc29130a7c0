import { Refusal } from "@/commands/errors";

/** Null when it was let through, else the broken rule's name or the code of the refusal. Throws anything else. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string | null> {
  try {
    await attempt;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.details.rule ?? error.code;
    throw error;
  }
}
