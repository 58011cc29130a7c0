import type { Database } from "@/db/database";
import type { DispatcherLogger } from "@/domain-events/dispatch/dispatcher";
import { obstacleWords } from "./obstacles";
import { runRetention } from "./run-retention";

/** Retention as of today, for the housekeeping of a running process; what stays past its time is an operator's matter. */
export async function retainOnSchedule(
  ownerDatabase: Database,
  {
    logger,
    ...options
  }: { readonly folder: string; readonly holder: string; readonly logger: DispatcherLogger },
): Promise<void> {
  const run = await runRetention(ownerDatabase, options);
  for (const { leaf, entries, outcome, obstacles, archive, failure } of run?.leaves ?? []) {
    const about = { partition: leaf.leaf, entries };
    if (outcome === "failed") logger.error({ ...about, failure }, "A partition of the log could not expire.");
    else if (outcome === "goes") logger.info({ ...about, archive }, "A partition of the log expired.");
    else {
      const reasons = outcome === "busy" ? ["a reader holds the table open"] : obstacles.map(obstacleWords);
      logger.warn({ ...about, reasons }, "A partition of the log is past its time and stays.");
    }
  }
}
