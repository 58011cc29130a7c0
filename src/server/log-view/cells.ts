import "server-only";
import type { Queryable } from "@/db/database";
import { plannedAnew, type Sql, sql } from "@/db/sql";
import type { DeliveryStateName } from "@/domain-events/log/log-filter";
import type { LoggedEvent } from "@/domain-events/log/logged-event";
import { isBlocked } from "@/domain-events/log/search-deliveries";
import { envelopeOf } from "./lines";

/** What one handler made of one entry, for a cell of the list. */
export interface HandlerCell {
  readonly handler: string;
  readonly state: CellState;
  /** Starts so far. */
  readonly attempts: number;
  /** Milliseconds from the record to the first try; null before it. */
  readonly startedMs: number | null;
  /** Milliseconds from the record to the end; null while it is open. */
  readonly latencyMs: number | null;
}

/** A handler's state as the screens call it. */
export type CellState = "due" | "running" | "done" | "retrying" | "blocked" | "parked" | "skipped";

interface CellRow {
  readonly id: string;
  readonly handler: string;
  readonly status: DeliveryStateName | "expired";
  readonly attempts: number;
  readonly started_ms: number | null;
  readonly latency_ms: number | null;
}

const STATES: Readonly<Record<CellRow["status"], CellState>> = {
  pending: "due",
  running: "running",
  retrying: "retrying",
  blocked: "blocked",
  dead: "parked",
  skipped: "skipped",
  expired: "skipped",
  done: "done",
};

/**
 * The handlers of each of these facts, by fact id; one statement. Unlike the view it looks each delivery up by its
 * key and each receipt in the one leaf that may hold it. Of a fact that was replayed the latest run counts.
 */
export async function handlerCells(
  db: Queryable,
  events: readonly LoggedEvent[],
): Promise<ReadonlyMap<string, readonly HandlerCell[]>> {
  if (events.length === 0) return new Map();
  const facts = events.map((event) => {
    const { id, correlationId } = envelopeOf(event);
    return { id, key: correlationId, position: event.position, expires: event.expiresOn };
  });
  const rows = await db.query<CellRow>(plannedAnew(cellsStatement(JSON.stringify(facts))));
  const byFact = new Map<string, HandlerCell[]>();
  for (const row of rows) {
    const cells = byFact.get(row.id) ?? [];
    cells.push({
      handler: row.handler,
      state: STATES[row.status],
      attempts: row.attempts,
      startedMs: row.started_ms,
      latencyMs: row.latency_ms,
    });
    byFact.set(row.id, cells);
  }
  return byFact;
}

/** Whole milliseconds from one moment to a later one; what is off by more than 24 days stops there. */
const sinceRecord = (at: Sql, recordedAt: Sql) =>
  sql`round(least(extract(epoch FROM ${at} - ${recordedAt}) * 1000, 2147483647))::integer`;

const cellsStatement = (facts: string) => sql`
  WITH fact AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(${facts}::jsonb) AS f (id uuid, key text, position bigint, expires date)
  ), cell AS (
    SELECT f.id, d.handler::text AS handler, d.run, d.attempts,
      ${sinceRecord(sql`d.first_started_at`, sql`d.recorded_at`)} AS started_ms, NULL::integer AS latency_ms, CASE
        WHEN d.dead_at IS NOT NULL THEN 'dead'
        WHEN d.lease_until > clock_timestamp() THEN 'running'
        WHEN d.attempts > 0 THEN 'retrying'
        WHEN ${isBlocked(sql`d`)} THEN 'blocked'
        ELSE 'pending' END AS status
    FROM fact f CROSS JOIN event_handler h
    CROSS JOIN LATERAL (
      SELECT * FROM event_delivery
      WHERE handler = h.name AND order_key IN (f.key, f.id::text) AND position = f.position) AS d
    UNION ALL
    SELECT f.id, a.handler, a.run, a.attempt, ${sinceRecord(sql`a.first_started_at`, sql`a.recorded_at`)},
      ${sinceRecord(sql`a.finished_at`, sql`a.recorded_at`)}, a.outcome
    FROM fact f CROSS JOIN LATERAL (
      SELECT * FROM event_attempt
      WHERE event_id = f.id AND expires_on = f.expires AND closes) AS a)
  SELECT DISTINCT ON (id, handler) id, handler, status, attempts, started_ms, latency_ms
  FROM cell ORDER BY id, handler, run DESC, latency_ms NULLS FIRST`;
