import "server-only";
import type { Database, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { readStored } from "@/domain-events/catalog/upcast";
import { asRun } from "@/domain-events/dispatch/delivery";
import type { Handler } from "@/domain-events/dispatch/handler";
import { type StoredRow, storedEvent } from "@/domain-events/log/stored-row";
import { env } from "@/env";
import { buildHandlers } from "@/handlers/registry";
import type { CountUpTo } from "@/modules/operations/deliveries";
import { DRY_RUN_MAX, type ReplayRange } from "@/modules/operations/inputs";
import { replayScope } from "@/modules/operations/queries/replay-range";
import { addChanges, type Changes, changesSoFar, rowsOf, type TableChanges } from "./transaction-changes";

/** What a replay would do, found out by doing it in a transaction that is rolled back. */
export interface DryRun {
  /** Entries in the range that the handler hears, delivered or not. */
  readonly inRange: CountUpTo;
  /** Entries that were handed to the handler: the first 100 that a replay would take, or fewer when time ran out. */
  readonly tried: number;
  readonly toTry: number;
  /** Entries that the handler could not handle. */
  readonly failures: readonly DryRunFailure[];
  /** Rows that would change, by table. */
  readonly tables: readonly TableChanges[];
}

export interface DryRunFailure {
  readonly factId: string;
  readonly type: string;
  readonly error: string;
}

const STATEMENT_MS = 2_000;
const TOTAL_MS = 5_000;
const ERROR_CHARACTERS_MAX = 500;

/** Ends the transaction of a dry run. */
class RolledBack extends Error {}

/**
 * Hands the first entries of a range to the handler, as a replay would, and takes everything back. Writes no
 * receipt, takes no delivery and sends nothing: messages and mail are rows, and those are rolled back too. The
 * locks that the handler takes are held for five seconds at most, and waited for half a second.
 */
export async function dryRun(
  database: Database,
  range: ReplayRange,
  handlers: readonly Handler[] = buildHandlers({ mail: env().smtpUrl !== undefined }),
): Promise<DryRun> {
  const { inRange, firstIds } = await replayScope(database, range, DRY_RUN_MAX);
  const handler = handlers.find(({ name }) => name === range.handler);
  let report: Omit<DryRun, "inRange" | "toTry"> = { tried: 0, failures: [], tables: [] };
  if (!handler || firstIds.length === 0) return { ...report, inRange, toTry: 0 };
  try {
    await database.transaction(
      async (tx) => {
        report = await tryAll(tx, handler, firstIds, range.sideEffects);
        throw new RolledBack();
      },
      { statementTimeoutMs: STATEMENT_MS },
    );
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  return { ...report, inRange, toTry: firstIds.length };
}

type FactRow = StoredRow & { readonly depth: number };

async function tryAll(tx: Tx, handler: Handler, ids: readonly string[], sideEffects: boolean) {
  const now = await begin(tx);
  const rows = await factsById(tx, ids);
  const signal = AbortSignal.timeout(TOTAL_MS);
  const failures: DryRunFailure[] = [];
  const total: Changes = new Map();
  let tried = 0;
  let before = await changesSoFar(tx);
  for (const row of rows) {
    if (signal.aborted) break;
    const error = await tryOne(tx, handler, row, { signal, sideEffects, now });
    const after = await changesSoFar(tx);
    if (error === undefined) addChanges(total, before, after);
    else failures.push({ factId: row.id, type: row.type, error });
    before = after;
    tried += 1;
  }
  return { tried, failures, tables: await rowsOf(tx, total) };
}

/** The snapshot and the transaction's own id are taken together: what is no older than it is then its own. */
async function begin(tx: Tx): Promise<string> {
  await tx.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`);
  const [row] = await tx.query<{ now: Date }>(sql`
    SELECT clock_timestamp() AS now, pg_current_xact_id()::text AS id, set_config('lock_timeout', '500ms', true)`);
  if (!row) throw new Error("the database returned no clock");
  return row.now.toISOString();
}

function factsById(tx: Tx, ids: readonly string[]): Promise<FactRow[]> {
  return tx.query<FactRow>(sql`
    SELECT l.id, l.type, l.category, l."timestamp", l.correlation_id, l.source, l.payload, l.metadata,
      l.schema_version, l.depth
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS k (id, ord)
    JOIN event_identity i ON i.id = k.id
    JOIN event_log l ON l.id = i.id AND l.recorded_at = i.recorded_at AND l.category = i.category
    ORDER BY k.ord`);
}

/** Resolves to what went wrong; the failed one's effects are undone, those of the others stay for the next. */
async function tryOne(
  tx: Tx,
  handler: Handler,
  row: FactRow,
  given: { readonly signal: AbortSignal; readonly sideEffects: boolean; readonly now: string },
): Promise<string | undefined> {
  const read = readStored(storedEvent(row));
  if (!read.known) return `Cannot be read: ${read.problems.join("; ")}`;
  await tx.execute(sql`SAVEPOINT entry`);
  try {
    await handler.handle(asRun(read.event, { run: 1 }), { tx, ...given, replay: true, depth: row.depth });
    await tx.execute(sql`RELEASE SAVEPOINT entry`);
    return undefined;
  } catch (error) {
    await tx.execute(sql`ROLLBACK TO SAVEPOINT entry`);
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return text.slice(0, ERROR_CHARACTERS_MAX);
  }
}
