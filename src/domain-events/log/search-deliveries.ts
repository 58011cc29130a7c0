import { and, type Sql, sql } from "@/db/sql";
import type { DeliveryFilter, DeliveryStateName, LogSearch } from "./log-filter";
import { inOrderOf } from "./search-order";
import { inTime } from "./search-time";

/** Nearly every fact is done: that is asked of each fact on the way. The other states are few and lead to theirs. */
export function isByReceipt({ state }: DeliveryFilter): boolean {
  return state === "done";
}

/** The receipt of the fact `l`; a scalar, because the planner may turn an EXISTS into a join with all receipts. */
export function hasReceipt({ handler }: DeliveryFilter): Sql {
  return sql`(SELECT true FROM event_attempt a
    WHERE a.event_id = l.id AND a.expires_on = l.expires_on AND a.closes AND a.outcome = 'done'
      AND ${ofHandler(handler, sql`a.handler`)} LIMIT 1)`;
}

/**
 * The facts of the deliveries in this state, in the order asked for: the deliveries are put in order, then each fact is
 * looked up until the page is full. A fact that several handlers are as far with is found once.
 */
export function factsByDelivery(
  selected: Sql,
  { state, handler }: DeliveryFilter,
  search: LogSearch,
  onFact: Sql,
): Sql {
  const order = inOrderOf(search, sql`d.recorded_at`, sql`d.position`);
  const isClosed = state === "skipped";
  const wanted = [
    ofHandler(handler, sql`d.handler`),
    inState(state),
    ...inTime(search, sql`d.recorded_at`, sql`d.position`),
  ].reduce(and);
  return sql`
    SELECT DISTINCT ON (d.recorded_at, d.position) ${selected} FROM (
      SELECT d.event_id, d.recorded_at, d.position, d.handler, ${isClosed ? sql`NULL` : sql`d.order_key`} AS order_key
      FROM ${isClosed ? sql`event_attempt` : sql`event_delivery`} d
      WHERE ${wanted} ORDER BY ${order}) AS d
    CROSS JOIN LATERAL (SELECT * FROM event_identity WHERE id = d.event_id LIMIT 1) AS i
    CROSS JOIN LATERAL (
      SELECT * FROM event_log e
      WHERE e.id = i.id AND e.recorded_at = i.recorded_at AND e.category = i.category LIMIT 1) AS l
    WHERE ${and(onFact, behindAnother(state))}
    ORDER BY ${order} LIMIT ${search.limit}::integer`;
}

function ofHandler(handler: string | undefined, column: Sql): Sql {
  return handler === undefined ? sql`true` : sql`${column} = ${handler}`;
}

const isWaiting = sql`d.dead_at IS NULL AND d.attempts = 0 AND (d.lease_until > clock_timestamp()) IS NOT TRUE`;

function inState(state: DeliveryStateName): Sql {
  switch (state) {
    case "pending":
    case "blocked":
      return isWaiting;
    case "running":
      return sql`d.dead_at IS NULL AND d.lease_until > clock_timestamp()`;
    case "retrying":
      return sql`d.dead_at IS NULL AND d.attempts > 0 AND (d.lease_until > clock_timestamp()) IS NOT TRUE`;
    case "dead":
      return sql`d.dead_at IS NOT NULL`;
    case "skipped":
      return sql`d.closes AND d.outcome IN ('skipped', 'expired')`;
    case "done":
      return sql`d.closes AND d.outcome = 'done'`;
    default:
      return neverState(state);
  }
}

function neverState(state: never): never {
  throw new Error(`unknown state ${String(state)}`);
}

/** Only for what waits; asked of one delivery after the other, as long as the page is not full. */
function behindAnother(state: DeliveryStateName): Sql {
  if (state === "blocked") return isBlocked(sql`d`);
  if (state === "pending") return sql`NOT ${isBlocked(sql`d`)}`;
  return sql`true`;
}

/**
 * Whether an earlier delivery of the same key holds this one (alias given) up: one that is parked where the
 * handler keeps the order, or one that failed and waits for its next try.
 */
export function isBlocked(delivery: Sql): Sql {
  return sql`coalesce((SELECT true FROM event_delivery e
    JOIN event_handler h ON h.name = e.handler AND h.ordering = 'correlation'
    WHERE e.handler = ${delivery}.handler AND e.order_key = ${delivery}.order_key
      AND e.position < ${delivery}.position
      AND CASE WHEN e.dead_at IS NULL THEN e.failures + e.crashes > 0 ELSE h.on_dead = 'block' END LIMIT 1), false)`;
}
