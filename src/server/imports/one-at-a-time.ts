import "server-only";
import { TRPCError } from "@trpc/server";
import { processWide } from "@/db/process-wide";
import { inFlight } from "@/server/limits/in-flight";

/** Reading a file is heavy work: one file at a time per person, and process (security.md S-58). */
function readers() {
  return processWide("import-readers", () => inFlight(1));
}

/** Enters, or null when this person's file is being read already; the function ends the stay. */
export function enterReading(personId: string): (() => void) | null {
  return readers().enter(personId);
}

/** Runs the work alone. Throws `TOO_MANY_REQUESTS` when this person's file is being read already. */
export async function oneAtATime<Answer>(personId: string, work: () => Promise<Answer>): Promise<Answer> {
  const leave = enterReading(personId);
  if (!leave) {
    throw new TRPCError({
      code: "TOO_MANY_REQUESTS",
      message: "A file of yours is being read already. Wait a moment and try again.",
    });
  }
  try {
    return await work();
  } finally {
    leave();
  }
}
