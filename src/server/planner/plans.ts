import "server-only";
import { conflict, notFound } from "@/commands/errors";
import { newId } from "@/commands/new-id";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** Rows of `staff_plan`: a roster that is staged for whoever asked for it. */

export type PlanStatus = "solving" | "ready" | "failed" | "published";

/** How far the solver is, then what it came to. Scores are sums of fits. */
export interface PlanProgress {
  readonly slots?: number;
  readonly people?: number;
  /** What is looked at: who fits, then the number of filled slots, then the fit. */
  readonly stage?: "fits" | "filled" | "fit";
  readonly value?: number;
  readonly bound?: number;
  readonly seconds?: number;
  readonly result?: PlanResult;
}

export interface PlanResult {
  readonly by: "solver" | "greedy";
  readonly filled: number;
  readonly score: number;
  readonly filledBound: number | null;
  readonly scoreBound: number | null;
  /** 0 to 1; null where nothing was proven. */
  readonly gap: number | null;
  readonly greedyFilled: number;
  readonly greedyScore: number;
}

export interface PlanRow {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: PlanStatus;
  readonly progress: PlanProgress;
  readonly failure: string | null;
  readonly version: number;
  readonly publishedShifts: number | null;
  readonly publishedKey: string | null;
}

export interface PlanRange {
  readonly startsAt: string;
  readonly endsAt: string;
}

interface StoredRow extends Omit<PlanRow, "startsAt" | "endsAt"> {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const columns = sql`id, starts_at AS "startsAt", ends_at AS "endsAt", status, progress, failure, version,
  published_shifts AS "publishedShifts", published_key AS "publishedKey"`;

/** Older plans go when their maker makes another one. */
const KEPT_DAYS = 90;
/** After so long a plan that is still being solved was left behind by a process that died. */
const LEFT_BEHIND_SECONDS = 120;

/**
 * Begins a plan; resolves to its id, that of the earlier one for a repeated key, or to null while another one of the
 * same person is being solved (security.md S-58). Throws a conflict for a key of another wish.
 */
export async function beginPlan(
  db: Queryable,
  plan: PlanRange & { readonly personId: string; readonly idempotencyKey?: string | undefined },
): Promise<{ readonly planId: string; readonly isNew: boolean } | null> {
  const { startsAt, endsAt, personId } = plan;
  await tidyUp(db, personId);
  const id = newId();
  const added = await db.execute(sql`
    INSERT INTO staff_plan (id, created_by, starts_at, ends_at, status, solving_until, created_at, idempotency_key)
    VALUES (${id}, ${personId}, ${startsAt}, ${endsAt}, 'solving',
      now() + make_interval(secs => ${LEFT_BEHIND_SECONDS}), now(), ${plan.idempotencyKey ?? id})
    ON CONFLICT DO NOTHING`);
  if (added === 1) return { planId: id, isNew: true };
  const [known] = await db.query<{ id: string; same: boolean }>(sql`
    SELECT id, starts_at = ${startsAt} AND ends_at = ${endsAt} AS same FROM staff_plan
    WHERE created_by = ${personId} AND idempotency_key = ${plan.idempotencyKey ?? id}`);
  if (known && !known.same) throw conflict("This was already sent with other contents. Reload the page.");
  return known ? { planId: known.id, isNew: false } : null;
}

async function tidyUp(db: Queryable, personId: string): Promise<void> {
  await db.execute(sql`
    DELETE FROM staff_plan
    WHERE created_by = ${personId} AND created_at < now() - make_interval(days => ${KEPT_DAYS})`);
  await db.execute(sql`
    UPDATE staff_plan SET status = 'failed', failure = 'The server stopped while it planned. Plan again.'
    WHERE created_by = ${personId} AND status = 'solving' AND solving_until < now()`);
}

export async function noteProgress(db: Queryable, planId: string, progress: PlanProgress): Promise<void> {
  await db.execute(sql`
    UPDATE staff_plan SET progress = ${JSON.stringify(progress)}::jsonb WHERE id = ${planId} AND status = 'solving'`);
}

export interface PlannedSeat {
  readonly slotId: string;
  readonly userId: string | null;
}

/** What the planner came to, in one statement. */
export async function settlePlan(
  db: Queryable,
  planId: string,
  { progress, seats }: { readonly progress: PlanProgress; readonly seats: readonly PlannedSeat[] },
): Promise<void> {
  await db.execute(sql`
    WITH settled AS (
      UPDATE staff_plan SET status = 'ready', progress = ${JSON.stringify(progress)}::jsonb
      WHERE id = ${planId} AND status = 'solving' RETURNING id)
    INSERT INTO staff_plan_seat (plan_id, slot_id, user_id)
    SELECT settled.id, s."slotId", s."userId"
    FROM settled, jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) AS s ("slotId" uuid, "userId" uuid)`);
}

export async function failPlan(db: Queryable, planId: string, failure: string): Promise<void> {
  await db.execute(sql`
    UPDATE staff_plan SET status = 'failed', failure = ${failure} WHERE id = ${planId} AND status = 'solving'`);
}

/** A person's own plan, the latest where none is named; null where they have made none. Throws `NOT_FOUND`. */
export async function readPlan(
  db: Queryable,
  personId: string,
  planId: string | undefined,
): Promise<PlanRow | null> {
  const [row] = await db.query<StoredRow>(sql`
    SELECT ${columns} FROM staff_plan
    WHERE created_by = ${personId} AND (${planId ?? null}::uuid IS NULL OR id = ${planId ?? null}::uuid)
    ORDER BY created_at DESC, id DESC LIMIT 1`);
  if (!row && planId !== undefined) throw notFound("plan");
  return row ? toPlan(row) : null;
}

/** The same under a lock, for changing it. */
export async function lockPlan(db: Queryable, personId: string, planId: string): Promise<PlanRow> {
  const [row] = await db.query<StoredRow>(sql`
    SELECT ${columns} FROM staff_plan WHERE id = ${planId} AND created_by = ${personId} FOR UPDATE`);
  if (!row) throw notFound("plan");
  return toPlan(row);
}

function toPlan({ startsAt, endsAt, ...row }: StoredRow): PlanRow {
  return { ...row, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

export interface SeatRow extends PlannedSeat {
  /** By a person instead of the planner. */
  readonly isChosen: boolean;
}

export function readSeats(db: Queryable, planId: string): Promise<readonly SeatRow[]> {
  return db.query<SeatRow>(sql`
    SELECT slot_id AS "slotId", user_id AS "userId", is_chosen AS "isChosen" FROM staff_plan_seat
    WHERE plan_id = ${planId}`);
}
