import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type DeliveryAbilities, deliveryAbilities } from "@/modules/operations/policy";
import { type Try, triesOf } from "./tries";

/** How far a delivery is, as the screens call it. */
export type DeliveryState = "due" | "running" | "done" | "retrying" | "blocked" | "parked" | "skipped";

/** The earlier delivery of the same chain that holds this one up. */
export interface Blocker {
  readonly factId: string;
  readonly type: string;
  readonly state: "parked" | "retrying" | "running" | "due";
  /** Since when it stands there, ISO 8601 UTC: parked at, first begun, or due. */
  readonly since: string;
}

/** One handler's delivery of one fact. Instants are ISO 8601 UTC with milliseconds. */
export interface FactDelivery {
  readonly handler: string;
  /** 0 for the first run; a replay is a further one. */
  readonly run: number;
  readonly state: DeliveryState;
  /** Starts so far. */
  readonly attempts: number;
  /** Newest first, at most 50. */
  readonly tries: readonly Try[];
  readonly firstStartedAt: string | null;
  readonly completedAt: string | null;
  /** Milliseconds from the record to the end; null while it is open. */
  readonly latencyMs: number | null;
  /** When it is tried next; null when it is not. */
  readonly nextTryAt: string | null;
  readonly parkedAt: string | null;
  readonly lastError: string | null;
  readonly blockedBy: Blocker | null;
  /** Since when the handler is paused; null while it runs. */
  readonly pausedAt: string | null;
  /** False on an open replay that reaches nobody; null once it is over, since no receipt keeps it. */
  readonly sideEffects: boolean | null;
  readonly can: DeliveryAbilities;
}

interface DeliveryRow {
  readonly handler: string;
  readonly run: number;
  readonly status: "due" | "running" | "retrying" | "parked" | "done" | "skipped" | "expired";
  readonly attempts: number;
  readonly failures: number;
  readonly first_started_at: Date | null;
  readonly completed_at: Date | null;
  readonly latency_ms: number | null;
  readonly due_at: Date | null;
  readonly dead_at: Date | null;
  readonly last_error: string | null;
  readonly side_effects: boolean | null;
  readonly paused_at: Date | null;
  readonly blocker_id: string | null;
  readonly blocker_type: string | null;
  readonly blocker_state: Blocker["state"] | null;
  readonly blocker_since: Date | null;
}

const ERROR_CHARACTERS_MAX = 2_000;

/** The deliveries of one fact, open ones and receipts, by handler and run. Throws `NOT_FOUND` for no such fact. */
export async function factDeliveries(db: Queryable, factId: string): Promise<readonly FactDelivery[]> {
  const [fact] = await db.query<{ id: string }>(sql`
    SELECT id FROM event_identity WHERE id = ${factId}::uuid`);
  if (!fact) throw notFound("log entry");
  const rows = await db.query<DeliveryRow>(deliveriesStatement(factId));
  const tries = await triesOf(db, factId);
  return rows.map((row) => toDelivery(row, tries));
}

/** All by index: the one row of the log, then per handler its place in the hot table and its receipts. */
const deliveriesStatement = (factId: string) => sql`
  WITH fact AS MATERIALIZED (
    SELECT l.id, l.position, l.correlation_id, l.expires_on
    FROM event_identity i CROSS JOIN LATERAL (
      SELECT * FROM event_log e WHERE e.id = i.id AND e.recorded_at = i.recorded_at AND e.category = i.category
      LIMIT 1) AS l
    WHERE i.id = ${factId}::uuid
  )
  SELECT d.handler::text AS handler, d.run, d.attempts, d.failures, d.first_started_at, NULL::timestamptz AS completed_at,
    NULL::double precision AS latency_ms, d.due_at, d.dead_at, d.last_error, d.side_effects, h.paused_at,
    CASE WHEN d.dead_at IS NOT NULL THEN 'parked' WHEN d.lease_until > clock_timestamp() THEN 'running'
      WHEN d.attempts > 0 THEN 'retrying' ELSE 'due' END AS status,
    b.event_id AS blocker_id, b.type AS blocker_type, b.state AS blocker_state, b.since AS blocker_since
  FROM fact f
  CROSS JOIN event_handler h
  JOIN event_delivery d ON d.handler = h.name AND d.position = f.position
    AND d.order_key = CASE h.ordering WHEN 'correlation' THEN f.correlation_id ELSE f.id::text END
  LEFT JOIN LATERAL (
    SELECT e.event_id, e.type,
      CASE WHEN e.dead_at IS NOT NULL THEN 'parked' WHEN e.lease_until > clock_timestamp() THEN 'running'
        WHEN e.attempts > 0 THEN 'retrying' ELSE 'due' END AS state,
      coalesce(e.dead_at, e.first_started_at, e.due_at) AS since
    FROM event_delivery e
    WHERE e.handler = d.handler AND e.order_key = d.order_key AND (e.position, e.run) < (d.position, d.run)
      AND (e.dead_at IS NULL OR (h.on_dead = 'block' AND e.run = 0))
    ORDER BY e.position, e.run LIMIT 1) AS b ON true
  UNION ALL
  SELECT a.handler, a.run, a.attempt, 0, a.first_started_at, a.finished_at,
    extract(epoch FROM a.finished_at - a.recorded_at)::double precision * 1000, NULL, NULL, a.error, NULL::boolean, NULL,
    a.outcome, NULL, NULL, NULL, NULL
  FROM fact f JOIN event_attempt a ON a.event_id = f.id AND a.expires_on = f.expires_on
  WHERE a.closes
  ORDER BY handler, run`;

function toDelivery(row: DeliveryRow, tries: readonly Try[]): FactDelivery {
  const isOpen = row.completed_at === null;
  const isLeased = row.status === "running";
  const isParked = row.dead_at !== null;
  return {
    handler: row.handler,
    run: row.run,
    state: stateOf(row),
    attempts: row.attempts,
    tries: tries.filter((one) => one.handler === row.handler && one.run === row.run),
    firstStartedAt: iso(row.first_started_at),
    completedAt: iso(row.completed_at),
    latencyMs: row.latency_ms === null ? null : Math.round(row.latency_ms),
    nextTryAt: isOpen && !isParked && !isLeased ? iso(row.due_at) : null,
    parkedAt: iso(row.dead_at),
    lastError: row.last_error?.slice(0, ERROR_CHARACTERS_MAX) ?? null,
    blockedBy: blockerOf(row),
    pausedAt: iso(row.paused_at),
    sideEffects: row.side_effects,
    can: deliveryAbilities({ isOpen, isLeased, hasFailed: isParked || row.failures > 0 }),
  };
}

/** Behind an earlier one, whatever its own due time says; a parked one is parked first of all. */
function stateOf({ status, blocker_id }: DeliveryRow): DeliveryState {
  if (status === "expired") return "skipped";
  return blocker_id !== null && (status === "due" || status === "retrying") ? "blocked" : status;
}

function blockerOf(row: DeliveryRow): Blocker | null {
  const { blocker_id, blocker_type, blocker_state, blocker_since } = row;
  if (blocker_id === null || blocker_type === null || blocker_state === null || blocker_since === null) {
    return null;
  }
  return {
    factId: blocker_id,
    type: blocker_type,
    state: blocker_state,
    since: blocker_since.toISOString(),
  };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
