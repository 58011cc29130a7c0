import "server-only";
import type { PersonActor } from "@/commands/actor";
import { Refusal } from "@/commands/errors";
import type { Database } from "@/db/database";
import { onProcessStop, processWide } from "@/db/process-wide";
import { sql } from "@/db/sql";
import { log } from "@/server/log";
import { readImportFile, removeOldImports } from "./files";
import { checkClient } from "./preview-import";
import { forgetPreviews } from "./previews";
import { prepareImport } from "./prepare-import";
import { claimRun, endRun, type LeasedRun, noteProgress, releaseRun } from "./run-lease";
import { type ImportCounts, runImport } from "./run-import";
import { readTarget } from "./runs";

/** Least time between two notes of progress, in milliseconds. */
const progressEveryMs = 500;

const noCounts: ImportCounts = { total: 0, made: 0, skipped: 0, refused: 0, venuesMade: 0 };

interface Runner {
  /** Set while this process works runs off, one after another. */
  working: Promise<void> | null;
  /** Somebody asked since the last look, which may have been a moment too early. */
  isAsked: boolean;
  isStopping: boolean;
}

function runner(): Runner {
  return processWide("import-runner", () => ({ working: null, isAsked: false, isStopping: false }));
}

/**
 * Works off what waits, in the background and one run at a time; also what another process left behind. Resolves
 * when nothing waits any more, which only tests need.
 */
export function workOffImports(database: Database): Promise<void> {
  const state = runner();
  onProcessStop("imports", "dispatcher", async () => {
    state.isStopping = true;
    await state.working;
  });
  state.isAsked = true;
  state.working ??= workAll(database, state).finally(() => {
    state.working = null;
  });
  return state.working;
}

/** For the start of a server: takes up what a stop left behind, and removes what is old. */
export async function resumeImports(database: Database): Promise<void> {
  await removeOldImports(database);
  void workOffImports(database);
}

async function workAll(database: Database, state: Runner): Promise<void> {
  try {
    while (state.isAsked && !state.isStopping) {
      state.isAsked = false;
      const run = await claimRun(database);
      if (!run) continue;
      state.isAsked = true;
      await work(database, run, state);
    }
  } catch (error) {
    // The lease ends by itself; the next look at a run, or the next start, takes it up again.
    log().error({ err: error }, "an import stopped in the middle");
  }
}

async function work(database: Database, run: LeasedRun, state: Runner): Promise<void> {
  try {
    await carryOut(database, run, state);
    forgetPreviews();
  } catch (error) {
    // A refusal is about the run as a whole: its file is gone, its client is archived.
    if (!(error instanceof Refusal)) throw error;
    await endRun(database, run, { status: "failed", counts: noCounts, problems: [], failure: error.message });
  }
}

async function carryOut(database: Database, run: LeasedRun, state: Runner): Promise<void> {
  const target = await readTarget(database, run.id);
  const actor = await adminActor(database, run.startedBy);
  if (!target || !actor) {
    const failure = target
      ? "Whoever started this is no admin any more."
      : "The file is gone. Choose it again.";
    return endRun(database, run, { status: "failed", counts: noCounts, problems: [], failure });
  }
  const { bytes } = await readImportFile(database, { fileId: target.fileId, personId: run.startedBy });
  const clientId = await checkClient(database, target.clientId);
  const prepared = await prepareImport(database, { bytes, mapping: target.mapping, clientId });
  const reporter = reportProgress(database, run);
  reporter.report({ ...noCounts, total: prepared.groups.length });
  const outcome = await runImport(database, {
    actor,
    timeZone: target.mapping.timeZone,
    prepared,
    runId: run.id,
    isResumed: run.isResumed,
    onProgress: reporter.report,
    isStopped: () => state.isStopping || reporter.stop() !== null,
  });
  await reporter.settled();
  const { problems, ...counts } = outcome;
  const isWhole = counts.made + counts.skipped + counts.refused === counts.total;
  const stop = isWhole ? null : reporter.stop();
  if (stop === "lost") return;
  if (!isWhole && stop === null) return releaseRun(database, run);
  const all = [...prepared.problems, ...problems];
  const failure = stop === "not-allowed" ? "Whoever started this is no admin any more." : undefined;
  const status = stop === null ? "done" : stop === "cancelled" ? "cancelled" : "failed";
  await endRun(database, run, { status, counts, problems: all, ...(failure !== undefined && { failure }) });
}

/** Why a run ends early: another process has it, its person cancelled it, or may not go on. */
type Stop = "lost" | "cancelled" | "not-allowed";

/** Notes progress twice a second at most, one note at a time, and hears whether to go on. */
function reportProgress(database: Database, run: LeasedRun) {
  let noted = 0;
  let noting: Promise<void> | null = null;
  let stop: Stop | null = null;

  async function note(counts: ImportCounts): Promise<void> {
    const word = await noteProgress(database, run, counts);
    if (word === null) stop = "lost";
    else if (!word.isAllowed) stop = "not-allowed";
    else if (word.isCancelled) stop = "cancelled";
  }

  return {
    report(counts: ImportCounts): void {
      if (noting !== null || performance.now() - noted < progressEveryMs) return;
      noted = performance.now();
      // A note that fails costs nothing: the groups themselves fail the same way and end the run.
      noting = note(counts)
        .catch(() => undefined)
        .finally(() => {
          noting = null;
        });
    },
    stop: () => stop,
    settled: async () => noting,
  };
}

async function adminActor(database: Database, personId: string): Promise<PersonActor | null> {
  const [person] = await database.query<{ id: string }>(sql`
    SELECT id FROM person WHERE id = ${personId} AND active AND role = 'admin'`);
  return person ? { kind: "person", id: person.id, role: "admin", clientId: null } : null;
}
