import "server-only";
import { newId } from "@/commands/new-id";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { ImportProblem } from "@/modules/bookings/import/problems";
import { keepProblems } from "./problem-page";
import type { ImportCounts } from "./run-import";
import type { RunStatus } from "./runs";

/**
 * Who works on a run: several processes may look for work, one gets it. The lease is renewed with every note of
 * progress; a process that lost it changes the row no more, and what it still commits is found done by the next.
 */
const leaseSeconds = 30;
/** A run that ends its process this often is given up. */
const attemptsMax = 3;

export interface LeasedRun {
  readonly id: string;
  readonly token: string;
  readonly startedBy: string;
  /** It was begun before, and left behind. */
  readonly isResumed: boolean;
}

/** The oldest run that waits or was left behind; null when there is none. */
export async function claimRun(database: Queryable): Promise<LeasedRun | null> {
  await giveUp(database);
  const token = newId();
  const [run] = await database.query<{ id: string; started_by: string; resumed: boolean }>(sql`
    UPDATE import_run SET status = 'running', lease_token = ${token}, attempts = attempts + 1,
      lease_until = now() + make_interval(secs => ${leaseSeconds}), started_at = coalesce(started_at, now())
    WHERE id = (
      SELECT id FROM import_run
      WHERE status = 'queued' OR (status = 'running' AND lease_until < now())
      ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, started_by, started_at <> now() AS resumed`);
  return run ? { id: run.id, token, startedBy: run.started_by, isResumed: run.resumed } : null;
}

async function giveUp(database: Queryable): Promise<void> {
  await database.execute(sql`
    UPDATE import_run SET status = 'failed', finished_at = now(),
      failure = 'The server stopped in the middle of this import several times. Start it again; nothing is made twice.'
    WHERE status = 'running' AND lease_until < now() AND attempts >= ${attemptsMax}`);
}

/** What the person who started the run wishes and may do by now. */
export interface RunWord {
  readonly isCancelled: boolean;
  readonly isAllowed: boolean;
}

/** Notes how far the run is and renews the lease; null when it is somebody else's by now. */
export async function noteProgress(
  database: Queryable,
  run: LeasedRun,
  counts: ImportCounts,
): Promise<RunWord | null> {
  const [word] = await database.query<{ isCancelled: boolean; isAllowed: boolean }>(sql`
    UPDATE import_run SET total = ${counts.total}, made = ${counts.made}, skipped = ${counts.skipped},
      refused = ${counts.refused}, venues_made = ${counts.venuesMade},
      lease_until = now() + make_interval(secs => ${leaseSeconds})
    WHERE id = ${run.id} AND lease_token = ${run.token} AND status = 'running'
    RETURNING cancel_requested_at IS NOT NULL AS "isCancelled",
      EXISTS (SELECT FROM person WHERE id = started_by AND active AND role = 'admin') AS "isAllowed"`);
  return word ?? null;
}

/** Ends the run with its figures and its problems. */
export async function endRun(
  database: Queryable,
  run: LeasedRun,
  end: {
    readonly status: Exclude<RunStatus, "queued" | "running">;
    readonly counts: ImportCounts;
    readonly problems: readonly ImportProblem[];
    readonly failure?: string;
  },
): Promise<void> {
  const { counts, problems } = end;
  const kept = keepProblems(problems);
  await database.execute(sql`
    UPDATE import_run SET status = ${end.status}, total = ${counts.total}, made = ${counts.made},
      skipped = ${counts.skipped}, refused = ${counts.refused}, venues_made = ${counts.venuesMade},
      problems = ${JSON.stringify(kept.problems)}::jsonb, errors = ${kept.errors}, warnings = ${kept.warnings},
      failure = ${end.failure ?? null}, finished_at = now(), lease_until = NULL
    WHERE id = ${run.id} AND lease_token = ${run.token} AND status = 'running'`);
}

/** Puts the run back for whoever comes next, at a graceful stop. */
export async function releaseRun(database: Queryable, run: LeasedRun): Promise<void> {
  await database.execute(sql`
    UPDATE import_run SET status = 'queued', attempts = attempts - 1, lease_until = NULL
    WHERE id = ${run.id} AND lease_token = ${run.token} AND status = 'running'`);
}
