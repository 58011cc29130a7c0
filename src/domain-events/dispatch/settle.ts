import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import { attemptNumber, type Delivery, keyLists, releaseStatement } from "./delivery";

export interface Taken {
  readonly position: string;
  readonly started_at: Date;
}

/** How a delivery's transaction is to be run; set by its first statement, which spares a journey. */
export interface Limits {
  readonly timeoutMs: number;
  /**
   * False lets the commit return before it is on disk. Safe for effects inside the database: a crash of the server
   * takes effects and receipt together and brings the delivery back, and whatever is durable later makes all
   * before it durable too. An external handler must not act on what may yet vanish.
   */
  readonly durable: boolean;
}

/** Removes the delivery if its lease still holds. By place, which no statistics can turn into a scan. */
export const takeStatement = (one: Delivery, limits: Limits): Sql => sql`
  DELETE FROM event_delivery
  WHERE ctid = ${one.place}::tid AND lease_token = ${one.token}::uuid AND handler = ${one.handler}
    AND order_key = ${one.orderKey} AND position = ${one.position}::bigint AND run = ${one.run}::integer
  RETURNING position, clock_timestamp() AS started_at,
    set_config('statement_timeout', ${String(limits.timeoutMs)}, true),
    set_config('synchronous_commit', ${limits.durable ? "on" : "off"}, true)`;

/** The same by key, for the moment in which a renewal has moved the row. */
export const takeByKeyStatement = (one: Delivery, limits: Limits): Sql => sql`
  DELETE FROM event_delivery
  WHERE handler = ${one.handler} AND order_key = ${one.orderKey} AND position = ${one.position}::bigint
    AND run = ${one.run}::integer AND lease_token = ${one.token}::uuid
  RETURNING position, clock_timestamp() AS started_at,
    set_config('statement_timeout', ${String(limits.timeoutMs)}, true),
    set_config('synchronous_commit', ${limits.durable ? "on" : "off"}, true)`;

/**
 * Removes a slice; the caller compares the positions that come back with those it asked for, since a place may have
 * become another row's.
 */
export const takeManyStatement = (slice: readonly Delivery[], limits: Limits): Sql => sql`
  DELETE FROM event_delivery
  WHERE ctid = ANY (${slice.map((one) => one.place)}::tid[])
    AND lease_token = ANY (${[...new Set(slice.map((one) => one.token))]}::uuid[])
  RETURNING position, clock_timestamp() AS started_at,
    set_config('statement_timeout', ${String(limits.timeoutMs)}, true),
    set_config('synchronous_commit', ${limits.durable ? "on" : "off"}, true)`;

/** The receipt: written in the transaction that holds the effects, after them. */
export const receiptStatement = (one: Delivery, startedAt: Date, worker: string): Sql => sql`
  INSERT INTO event_attempt (event_id, handler, run, position, type, attempt, outcome, closes, recorded_at,
    first_started_at, started_at, finished_at, worker, expires_on)
  VALUES (${one.eventId}, ${one.handler}, ${one.run}, ${one.position}, ${one.type}, ${attemptNumber(one)}, 'done',
    true, ${one.recordedAt}, ${one.firstStartedAt ?? startedAt}, ${startedAt}, clock_timestamp(), ${worker},
    ${one.expiresOn})`;

/** The receipts of a slice. */
export const receiptsStatement = (slice: readonly Delivery[], startedAt: Date, worker: string): Sql => {
  const keys = keyLists(slice);
  return sql`
    INSERT INTO event_attempt (event_id, handler, run, position, type, attempt, outcome, closes, recorded_at,
      first_started_at, started_at, finished_at, worker, expires_on)
    SELECT s.event_id, s.handler, s.run, s.position, s.type, s.attempt, 'done', true, s.recorded_at,
      s.first_started_at, ${startedAt}::timestamptz, clock_timestamp(), ${worker}, s.expires_on
    FROM unnest(${slice.map((one) => one.eventId)}::uuid[], ${keys.handlers}::text[], ${keys.runs}::integer[],
      ${keys.positions}::bigint[], ${slice.map((one) => one.type)}::text[],
      ${slice.map(attemptNumber)}::integer[], ${slice.map((one) => one.recordedAt)}::timestamptz[],
      ${slice.map((one) => one.firstStartedAt ?? startedAt)}::timestamptz[],
      ${slice.map((one) => one.expiresOn)}::date[])
      AS s (event_id, handler, run, position, type, attempt, recorded_at, first_started_at, expires_on)`;
};

/** A try that did not end well, as it goes on record. */
export interface FailedTry {
  readonly outcome: "failed" | "timeout" | "interrupted" | "dead";
  readonly error: string;
  /** False when the handler was not even called. */
  readonly ran: boolean;
  /** True when it uses up one of the tries: the handler failed, and not the world around it. */
  readonly counts: boolean;
  /** True when it runs alone from now on, with its start marked: it may have taken its connection with it. */
  readonly suspect: boolean;
  /** Null when the transaction did not come to its first statement. */
  readonly startedAt: Date | null;
  /** Milliseconds until the next try; undefined for none, which makes the delivery dead. */
  readonly delayMs: number | undefined;
}

const ERROR_LENGTH_MAX = 2000;

/**
 * Puts a failed try on record and sets the next one, in its own transaction; gives the successors of the same
 * run back. Resolves to false when the lease was lost, and nothing is written then.
 *
 * When this write itself fails, the delivery stays leased and comes back when the lease runs out.
 */
export async function recordFailure(
  db: Queryable,
  one: Delivery,
  failed: FailedTry,
  worker: string,
): Promise<boolean> {
  return (await db.execute(failureStatement(one, failed, worker))) > 0;
}

const failureStatement = (one: Delivery, failed: FailedTry, worker: string) => {
  const attempt = failed.ran ? attemptNumber(one) : one.attempts;
  return sql`
    WITH failed AS (
      UPDATE event_delivery
      SET attempts = ${attempt}::integer, failures = failures + ${failed.counts ? 1 : 0}::integer,
        suspect = ${failed.suspect}::boolean,
        first_started_at = coalesce(first_started_at, ${failed.startedAt}::timestamptz), started_at = NULL,
        lease_token = NULL, lease_until = NULL, leased_by = NULL,
        due_at = coalesce(clock_timestamp() + ${failed.delayMs ?? null}::integer * interval '1 millisecond', due_at),
        dead_at = CASE WHEN ${failed.delayMs ?? null}::integer IS NULL THEN clock_timestamp() END,
        last_error = ${failed.error.slice(0, ERROR_LENGTH_MAX)}
      WHERE handler = ${one.handler} AND order_key = ${one.orderKey} AND position = ${one.position}::bigint
        AND run = ${one.run}::integer AND lease_token = ${one.token}::uuid
      RETURNING *
    ), freed AS (
      UPDATE event_delivery SET lease_token = NULL, lease_until = NULL, leased_by = NULL
      WHERE handler = ${one.handler} AND order_key = ${one.orderKey} AND lease_token = ${one.token}::uuid
        AND (position, run) > (${one.position}::bigint, ${one.run}::integer)
    )
    INSERT INTO event_attempt (event_id, handler, run, position, type, attempt, outcome, closes, recorded_at,
      first_started_at, started_at, finished_at, worker, error, next_due_at, expires_on)
    SELECT event_id, handler, run, position, type, attempts, ${failed.outcome}, false, recorded_at,
      first_started_at, ${failed.startedAt}::timestamptz, clock_timestamp(), ${worker}, last_error,
      CASE WHEN dead_at IS NULL THEN due_at END, expires_on
    FROM failed`;
};

/** Puts a fact off that this code does not know yet, without counting; resolves when it is written. */
export async function defer(db: Queryable, one: Delivery, delayMs: number, reason: string): Promise<void> {
  await db.execute(sql`
    UPDATE event_delivery
    SET due_at = clock_timestamp() + ${delayMs}::integer * interval '1 millisecond', last_error = ${reason},
      lease_token = NULL, lease_until = NULL, leased_by = NULL
    WHERE handler = ${one.handler} AND order_key = ${one.orderKey} AND position = ${one.position}::bigint
      AND run = ${one.run}::integer AND lease_token = ${one.token}::uuid`);
}

/**
 * Marks, before it runs, that a suspect is about to start, so that a crash counts for it and for nobody else.
 * Resolves to false when the lease was lost. Sent again because its answer was lost, it counts the start once: a claim
 * takes the mark of an earlier one away.
 */
export async function markStart(db: Queryable, one: Delivery): Promise<boolean> {
  const [row] = await db.query<{ place: string; attempts: number }>(sql`
    UPDATE event_delivery
    SET started_at = coalesce(started_at, clock_timestamp()), attempts = attempts + (started_at IS NULL)::integer,
      first_started_at = coalesce(first_started_at, clock_timestamp())
    WHERE handler = ${one.handler} AND order_key = ${one.orderKey} AND position = ${one.position}::bigint
      AND run = ${one.run}::integer AND lease_token = ${one.token}::uuid
    RETURNING ctid::text AS place, attempts`);
  if (!row) return false;
  one.place = row.place;
  one.attempts = row.attempts;
  one.startMarked = true;
  return true;
}

/** Gives leases back without counting anything. */
export async function release(db: Queryable, deliveries: readonly Delivery[]): Promise<void> {
  if (deliveries.length > 0) await db.execute(releaseStatement(deliveries));
}
