import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** How far a handler is with a fact, as the screens call it. */
export type DeliveryState = "due" | "running" | "done" | "retrying" | "parked" | "skipped";

export interface HandlerState {
  readonly handler: string;
  readonly state: DeliveryState;
  /** Starts so far. */
  readonly attempts: number;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  /** Milliseconds from the record to the end; null while it is open. */
  readonly latencyMs: number | null;
  readonly lastError: string | null;
}

interface ProcessingRow {
  readonly event_id: string;
  readonly handler: string;
  readonly status: string;
  readonly attempts: number;
  readonly first_started_at: Date | null;
  readonly completed_at: Date | null;
  readonly latency_ms: number | null;
  readonly last_error: string | null;
}

const ERROR_CHARACTERS_MAX = 2_000;

const STATES: ReadonlyMap<string, DeliveryState> = new Map([
  ["pending", "due"],
  ["running", "running"],
  ["retrying", "retrying"],
  ["dead", "parked"],
  ["done", "done"],
  ["skipped", "skipped"],
  ["expired", "skipped"],
]);

/** The handlers of each of these facts, by fact id; one statement. */
export async function handlerStates(
  db: Queryable,
  factIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HandlerState[]>> {
  const rows = await db.query<ProcessingRow>(sql`
    SELECT event_id, handler, status, attempts, first_started_at, completed_at, latency_ms, last_error
    FROM event_processing WHERE event_id = ANY (${factIds}::uuid[]) ORDER BY handler, first_started_at`);
  const byFact = new Map<string, HandlerState[]>();
  for (const row of rows) {
    const states = byFact.get(row.event_id) ?? [];
    states.push(toState(row));
    byFact.set(row.event_id, states);
  }
  return byFact;
}

function toState(row: ProcessingRow): HandlerState {
  return {
    handler: row.handler,
    state: STATES.get(row.status) ?? "parked",
    attempts: row.attempts,
    startedAt: row.first_started_at?.toISOString() ?? null,
    completedAt: row.completed_at?.toISOString() ?? null,
    latencyMs: row.latency_ms === null ? null : Math.round(row.latency_ms),
    lastError: row.last_error?.slice(0, ERROR_CHARACTERS_MAX) ?? null,
  };
}
