import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** A place in commit-safe order; numbers as text. */
export interface TailCursor {
  readonly xid: string;
  readonly position: string;
}

/** A fact as the tail hands it on: ids and kinds, never data. */
export interface TailFact {
  readonly id: string;
  readonly position: string;
  readonly type: string;
  readonly correlationId: string;
  readonly entityIds: readonly string[];
}

export interface TailRow {
  readonly id: string;
  readonly position: string;
  readonly xid_text: string;
  readonly type: string;
  readonly correlation_id: string;
  readonly entity_ids: string[];
}

/** The oldest transaction that is still running, or the next one: every fact below it is visible by now. */
export async function oldestRunning(db: Queryable): Promise<string> {
  const [row] = await db.query<{ xmin_text: string }>(sql`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin_text`);
  if (!row) throw new Error("the database returned no snapshot");
  return row.xmin_text;
}

/** Where somebody who reads now may go on from later without missing what commits late: in front of the oldest running. */
export async function tailCursorNow(db: Queryable): Promise<TailCursor> {
  return { xid: await oldestRunning(db), position: "0" };
}

/** `<xid>.<position>`, for an address or an event stream. */
export function formatTailCursor({ xid, position }: TailCursor): string {
  return `${xid}.${position}`;
}

const TAIL_CURSOR = /^(\d{1,20})\.(\d{1,19})$/;

/** The cursor of a text, undefined for any other text. */
export function parseTailCursor(text: string): TailCursor | undefined {
  const [, xid, position] = TAIL_CURSOR.exec(text) ?? [];
  return xid === undefined || position === undefined ? undefined : { xid, position };
}

export interface VisibleFact extends TailFact {
  readonly xid: string;
}

/** Everything visible from this transaction on, late ones included, in (transaction, position) order. */
export async function visibleFrom(
  db: Queryable,
  cursor: TailCursor,
  limit: number,
): Promise<readonly VisibleFact[]> {
  const rows = await db.query<TailRow>(sql`
    SELECT id, position, xid::text AS xid_text, type, correlation_id, entity_ids
    FROM event_log
    WHERE (xid, position) > (${cursor.xid}::xid8, ${cursor.position}::bigint)
    ORDER BY xid, event_log.position LIMIT ${limit}::integer`);
  return rows.map((row) => ({ ...tailFact(row), xid: row.xid_text }));
}

export function tailFact(row: TailRow): TailFact {
  return {
    id: row.id,
    position: row.position,
    type: row.type,
    correlationId: row.correlation_id,
    entityIds: row.entity_ids,
  };
}
