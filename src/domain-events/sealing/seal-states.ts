import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { lastSeal, SEAL_START } from "./sealed-row";
import {
  type LastVerification,
  lastVerification,
  type SealedProblem,
  type SealStanding,
  type SealState,
  stateOf,
} from "./seal-standing";

/**
 * Of a day also:
 * - `so-far`: not over; what was recorded so far is sealed, and no verification has come to the end of it.
 * - `empty`: nothing was recorded on it.
 */
export type DayStanding = SealStanding | "so-far" | "empty";

export interface EntrySealState extends SealState {
  /** What was taken out of it and why. */
  readonly redactions: readonly { readonly path: string; readonly at: string; readonly reason: string }[];
}

export interface SealLag {
  /** When the oldest fact without a seal was recorded; null when all are sealed. */
  readonly oldestUnsealedAt: string | null;
  /** Its age by the database's clock; 0 when all are sealed. */
  readonly lagMs: number;
  /** The newest block; 0 on an unsealed log. */
  readonly lastBlock: number;
}

/** How far sealing is behind, for monitoring; one row by index, however much waits. */
export async function sealLag(db: Queryable): Promise<SealLag> {
  const last = await lastSeal(db);
  const { xid, position } = last?.place ?? SEAL_START;
  const [oldest] = await db.query<{ recorded_at: Date; lag_ms: number }>(sql`
    SELECT recorded_at, (extract(epoch FROM clock_timestamp() - recorded_at) * 1000)::double precision AS lag_ms
    FROM event_log
    WHERE (xid, position) > (${xid}::xid8, ${position}::bigint) AND position > ${last?.floor ?? "0"}::bigint
    ORDER BY xid, position LIMIT 1`);
  return {
    oldestUnsealedAt: oldest?.recorded_at.toISOString() ?? null,
    lagMs: oldest ? Math.round(oldest.lag_ms) : 0,
    lastBlock: last?.block ?? 0,
  };
}

/** The seal states of facts by id, for those that the log holds; four statements. */
export async function sealStatesOfEntries(
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EntrySealState>> {
  const [verification, seals, redactions] = await Promise.all([
    lastVerification(db),
    db.query<{ id: string; block: number | null; sealed_at: Date | null }>(sql`
      SELECT i.id, s.block::integer AS block, b.sealed_at
      FROM event_identity i
      JOIN event_log l ON l.id = i.id AND l.recorded_at = i.recorded_at AND l.category = i.category
      LEFT JOIN event_entry_seal s ON s.position = l.position
      LEFT JOIN event_seal b ON b.block = s.block
      WHERE i.id = ANY (${ids}::uuid[])`),
    db.query<{ event_id: string; path: string; redacted_at: Date; reason: string }>(sql`
      SELECT event_id, path, redacted_at, reason FROM event_redaction
      WHERE event_id = ANY (${ids}::uuid[]) ORDER BY path`),
  ]);
  return new Map(
    seals.map(({ id, block, sealed_at: sealedAt }) => [
      id,
      {
        ...stateOf(sealedAt && { block: block ?? 0, sealedAt }, verification, (problem) => problem.id === id),
        redactions: redactions
          .filter((one) => one.event_id === id)
          .map(({ path, redacted_at: at, reason }) => ({ path, at: at.toISOString(), reason })),
      },
    ]),
  );
}

/** The seal states of UTC days (`YYYY-MM-DD`): a day waits while one of its facts has no seal. */
export async function sealStatesOfDays(
  db: Queryable,
  days: readonly string[],
): Promise<ReadonlyMap<string, SealState<DayStanding>>> {
  const [verification, lag, rows] = await Promise.all([
    lastVerification(db),
    sealLag(db),
    db.query<DayRow>(sql`
      SELECT d.day::text AS day, s.block::integer AS block, s.sealed_at,
        coalesce(s.last_recorded_at >= d.day::timestamp AT TIME ZONE 'UTC', false) AS has_sealed,
        d.day < (clock_timestamp() AT TIME ZONE 'UTC')::date AS is_over
      FROM unnest(${days}::date[]) AS d (day)
      LEFT JOIN LATERAL (
        SELECT block, sealed_at, last_recorded_at FROM event_seal
        WHERE first_recorded_at < (d.day + 1)::timestamp AT TIME ZONE 'UTC'
        ORDER BY first_recorded_at DESC LIMIT 1) AS s ON true`),
  ]);
  const oldestDay = lag.oldestUnsealedAt?.slice(0, 10);
  return new Map(
    rows.map((row) => {
      const isWaiting = oldestDay !== undefined && oldestDay <= row.day;
      return [row.day, stateOfDay(row, isWaiting, verification)];
    }),
  );
}

interface DayRow {
  readonly day: string;
  /** The last block that begins before the end of the day. */
  readonly block: number | null;
  readonly sealed_at: Date | null;
  /** Whether that block reaches into the day. */
  readonly has_sealed: boolean;
  readonly is_over: boolean;
}

function stateOfDay(
  { day, block, sealed_at: sealedAt, has_sealed: hasSealed, is_over: isOver }: DayRow,
  isWaiting: boolean,
  verification: LastVerification | undefined,
): SealState<DayStanding> {
  const seal = hasSealed && !isWaiting && sealedAt ? { block: block ?? 0, sealedAt } : null;
  const state = stateOf(seal, verification, (problem) => dayOfProblem(problem) === day);
  if (state.standing === "waiting" && !isWaiting) return { ...state, standing: "empty" };
  return state.standing === "sealed" && !isOver ? { ...state, standing: "so-far" } : state;
}

/** Ids carry the time at which they were made, which is the day the fact was recorded but for moments at midnight. */
function dayOfProblem({ id }: SealedProblem): string | undefined {
  if (id === null) return undefined;
  const madeAtMs = Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
  return new Date(madeAtMs).toISOString().slice(0, 10);
}
