import { processWide } from "@/db/process-wide";
import { createLog } from "@/server/log";

/** What the server logged, JSON lines; emptied by whoever wants to look at their own. */
export const lines: string[] = [];

/** Sends the server's log here instead of to the standard output. */
export function catchLog(): void {
  processWide("logger", () => createLog({ write: (line) => void lines.push(line) }));
}
