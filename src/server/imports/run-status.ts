import "server-only";
import type { Database } from "@/db/database";
import type { ProblemPageInput } from "./inputs";
import { problemPage } from "./problem-page";
import { workOffImports } from "./runner";
import { cancelRun, readProblems, readRun } from "./runs";

interface OwnRun {
  readonly runId: string;
  readonly personId: string;
}

/**
 * How far a run is, with a page of its problems once it has ended. Whoever looks also sees to it that a run which
 * was left behind, by a process that was killed, is taken up again.
 */
export async function importStatus(database: Database, own: OwnRun, page: ProblemPageInput) {
  const run = await readRun(database, own);
  const isOpen = run.status === "queued" || run.status === "running";
  if (isOpen) void workOffImports(database);
  const problems = isOpen ? [] : await readProblems(database, own.runId);
  const { errors, warnings } = run;
  return { run, ...problemPage({ problems, errors, warnings }, page) };
}

/** Asks a run to stop after the row groups in hand; what it made stays. Throws `NOT_FOUND` for another's run. */
export async function cancelImport(database: Database, own: OwnRun) {
  const wasOpen = await cancelRun(database, own);
  return { run: await readRun(database, own), wasOpen };
}
