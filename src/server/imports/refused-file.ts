import "server-only";
import { notFound } from "@/commands/errors";
import type { Database } from "@/db/database";
import { refusedCsv } from "@/modules/bookings/import/refused-rows";
import { readImportFile } from "./files";
import type { ImportRefusedInput, ImportTarget } from "./inputs";
import { oneAtATime } from "./one-at-a-time";
import { checkClient } from "./preview-import";
import { prepareImport, withRefusals } from "./prepare-import";
import { readProblems, readRun, readTarget } from "./runs";

/**
 * The rows that a dry run or a run left out, as CSV text with the reasons beside them, to correct and hand in
 * again. Throws `NOT_FOUND` when the file is another person's or gone.
 */
export function refusedFile(
  database: Database,
  personId: string,
  wish: ImportRefusedInput,
): Promise<{ readonly csv: string }> {
  return oneAtATime(personId, async () => {
    const target = await targetOf(database, personId, wish);
    const { bytes } = await readImportFile(database, { fileId: target.fileId, personId });
    const clientId = await checkClient(database, target.clientId);
    const prepared = await prepareImport(database, { bytes, mapping: target.mapping, clientId });
    const ofRun = "runId" in wish ? await readProblems(database, wish.runId) : [];
    const refusedByRun = ofRun.filter((problem) => problem.code === "group-refused");
    return { csv: refusedCsv(withRefusals(prepared, refusedByRun)) };
  });
}

async function targetOf(
  database: Database,
  personId: string,
  wish: ImportRefusedInput,
): Promise<ImportTarget> {
  if (!("runId" in wish)) return wish;
  await readRun(database, { runId: wish.runId, personId });
  const target = await readTarget(database, wish.runId);
  if (!target) throw notFound("file, or its day is over; choose it again");
  return target;
}
