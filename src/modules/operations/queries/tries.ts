import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** One try on record. Instants are ISO 8601 UTC with milliseconds. */
export interface Try {
  readonly handler: string;
  readonly run: number;
  /** 0 where a worker vanished and whether it had begun is unknown. */
  readonly attempt: number;
  readonly outcome: string;
  readonly startedAt: string | null;
  readonly finishedAt: string;
  readonly durationMs: number | null;
  readonly error: string | null;
}

interface TryRow {
  readonly handler: string;
  readonly run: number;
  readonly attempt: number;
  readonly outcome: string;
  readonly started_at: Date | null;
  readonly finished_at: Date;
  readonly error: string | null;
}

/** Tries per handler and run at most. */
const TRIES_MAX = 50;

const ERROR_CHARACTERS_MAX = 2_000;

/** The tries of one fact by every handler, newest first, at most 50 of each run. */
export async function triesOf(db: Queryable, factId: string): Promise<readonly Try[]> {
  const rows = await db.query<TryRow>(sql`
    SELECT handler, run, attempt, outcome, started_at, finished_at, error
    FROM (
      SELECT a.*, row_number() OVER (PARTITION BY a.handler, a.run ORDER BY a.finished_at DESC) AS rank
      FROM event_identity i
      JOIN event_log l ON l.id = i.id AND l.recorded_at = i.recorded_at AND l.category = i.category
      JOIN event_attempt a ON a.event_id = l.id AND a.expires_on = l.expires_on
      WHERE i.id = ${factId}::uuid) AS ranked
    WHERE rank <= ${TRIES_MAX}::integer
    ORDER BY handler, run, finished_at DESC`);
  return rows.map(toTry);
}

function toTry(row: TryRow): Try {
  const { started_at: startedAt, finished_at: finishedAt } = row;
  return {
    handler: row.handler,
    run: row.run,
    attempt: row.attempt,
    outcome: row.outcome,
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt.toISOString(),
    durationMs: startedAt ? finishedAt.getTime() - startedAt.getTime() : null,
    error: row.error?.slice(0, ERROR_CHARACTERS_MAX) ?? null,
  };
}
