import "server-only";
import { processWide } from "@/db/process-wide";
import { inFlight } from "@/server/limits/in-flight";

/** An export is heavy work: one at a time per person, and process (security.md S-58). */
function exporters() {
  return processWide("log-exporters", () => inFlight(1));
}

/** Enters, or null while this person's export is being written; the function ends the stay. */
export function enterExport(personId: string): (() => void) | null {
  return exporters().enter(personId);
}
