import "server-only";
import * as z from "zod";
import { conflict, notFound } from "@/commands/errors";
import { newId } from "@/commands/new-id";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type ImportProblem, importProblemCodes } from "@/modules/bookings/import/problems";
import { importStartInput, type ImportTarget } from "./inputs";
import type { ImportCounts } from "./run-import";

/** Rows of `import_run`: what was asked for and how far it has come. */

export type RunStatus = "queued" | "running" | "done" | "failed" | "cancelled";

/** A run as its person sees it. */
export interface ImportRunView extends ImportCounts {
  readonly id: string;
  readonly fileId: string | null;
  readonly fileName: string;
  readonly clientId: string | null;
  readonly status: RunStatus;
  /** Asked to stop, but still finishing what is in hand. */
  readonly isStopping: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

const viewColumns = sql`id, file_id AS "fileId", file_name AS "fileName", client_id AS "clientId", status,
  cancel_requested_at IS NOT NULL AND status = 'running' AS "isStopping", total, made, skipped, refused,
  venues_made AS "venuesMade", errors, warnings, failure, created_at AS "createdAt",
  started_at AS "startedAt", finished_at AS "finishedAt"`;

/**
 * Writes down a run that is to begin; resolves to its id, that of the earlier one for a repeated key, or to null
 * when the person has another one that is not finished (S-58). Throws a conflict for a key of another request.
 */
export async function addRun(
  database: Queryable,
  run: {
    readonly target: ImportTarget;
    readonly fileName: string;
    readonly personId: string;
    readonly idempotencyKey: string | undefined;
  },
): Promise<string | null> {
  const { target, fileName, personId } = run;
  const id = newId();
  const key = run.idempotencyKey ?? id;
  const added = await database.execute(sql`
    INSERT INTO import_run (id, file_id, file_name, client_id, mapping, started_by, idempotency_key)
    VALUES (${id}, ${target.fileId}, ${fileName}, ${target.clientId ?? null},
      ${JSON.stringify(target.mapping)}::jsonb, ${personId}, ${key})
    ON CONFLICT DO NOTHING`);
  if (added === 1) return id;
  const [known] = await database.query<{ id: string; same: boolean }>(sql`
    SELECT id, mapping = ${JSON.stringify(target.mapping)}::jsonb
        AND coalesce(file_id = ${target.fileId}, true)
        AND client_id IS NOT DISTINCT FROM ${target.clientId ?? null}::uuid AS same
    FROM import_run WHERE started_by = ${personId} AND idempotency_key = ${key}`);
  if (known && !known.same) {
    throw conflict("This was already sent with other contents. Reload the page and send it again.");
  }
  return known?.id ?? null;
}

/** A person's own run. Throws `NOT_FOUND` for anybody else's. */
export async function readRun(
  database: Queryable,
  { runId, personId }: { readonly runId: string; readonly personId: string },
): Promise<ImportRunView> {
  const [run] = await database.query<ImportRunView>(sql`
    SELECT ${viewColumns} FROM import_run WHERE id = ${runId} AND started_by = ${personId}`);
  if (!run) throw notFound("import");
  return run;
}

/** The latest runs of a person. */
export async function listRuns(database: Queryable, personId: string): Promise<ImportRunView[]> {
  return database.query<ImportRunView>(sql`
    SELECT ${viewColumns} FROM import_run WHERE started_by = ${personId}
    ORDER BY created_at DESC, id DESC LIMIT 20`);
}

const storedProblems = z.array(
  z.object({
    row: z.int(),
    column: z.string().optional(),
    severity: z.enum(["error", "warning"]),
    code: z.enum(importProblemCodes),
    message: z.string(),
  }),
);

export async function readProblems(database: Queryable, runId: string): Promise<ImportProblem[]> {
  const [row] = await database.query<{ problems: unknown }>(sql`
    SELECT problems FROM import_run WHERE id = ${runId}`);
  return storedProblems
    .parse(row?.problems ?? [])
    .map(({ column, ...problem }) => (column === undefined ? problem : { ...problem, column }));
}

/** File and mapping of a run, for looking at its rows again. */
export async function readTarget(database: Queryable, runId: string): Promise<ImportTarget | null> {
  const [row] = await database.query<{
    file_id: string | null;
    mapping: unknown;
    client_id: string | null;
  }>(sql`
    SELECT file_id, mapping, client_id FROM import_run WHERE id = ${runId}`);
  if (!row?.file_id) return null;
  const { file_id: fileId, mapping, client_id: clientId } = row;
  return importStartInput.parse({ fileId, mapping, ...(clientId !== null && { clientId }) });
}

/** Asks a run to stop; one that nobody works on stops at once. Resolves to whether there was one to stop. */
export async function cancelRun(
  database: Queryable,
  { runId, personId }: { readonly runId: string; readonly personId: string },
): Promise<boolean> {
  const changed = await database.execute(sql`
    UPDATE import_run SET cancel_requested_at = now(),
      status = CASE WHEN status = 'queued' OR lease_until < now() THEN 'cancelled' ELSE status END,
      finished_at = CASE WHEN status = 'queued' OR lease_until < now() THEN now() END
    WHERE id = ${runId} AND started_by = ${personId} AND status IN ('queued', 'running')`);
  return changed === 1;
}
