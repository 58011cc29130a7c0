import { randomUUID } from "node:crypto";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { HandlerName } from "@/domain-events/routing";
import type { Delivery } from "./delivery";

/** Deliveries per handler in one claim at most. */
export const CLAIM_MAX = 50;

/** Order keys per handler in one claim at most: several times what runs at once, so that no slot waits. */
const KEYS_MAX = 16;

/** Order keys looked at per handler in one claim at most; the next claim goes on where this one stopped. */
const STEPS_MAX = 500;

export interface ClaimOptions {
  readonly worker: string;
  readonly leaseMs: number;
  /** Where the walk over the order keys starts, per handler; empty for the beginning. */
  readonly after: ReadonlyMap<HandlerName, string>;
}

export interface OrderKey {
  readonly handler: HandlerName;
  readonly orderKey: string;
}

export interface Claim {
  /** By handler, order key and position. */
  readonly deliveries: readonly Delivery[];
  /** Where the walk of each handler stopped early; a handler that is missing was walked to its end. */
  readonly frontiers: ReadonlyMap<HandlerName, string>;
  /** Keys whose oldest delivery this worker has already, with one behind it that it has not. */
  readonly behind: readonly OrderKey[];
}

interface ClaimRow {
  readonly mine: HandlerName;
  readonly frontier: string | null;
  readonly behind: string[] | null;
  readonly handler: HandlerName | null;
  readonly order_key: string;
  readonly position: string;
  readonly run: number;
  readonly event_id: string;
  readonly type: string;
  readonly category: string;
  readonly recorded_at: Date;
  readonly expires_on_text: string;
  readonly place: string;
  readonly attempts: number;
  readonly failures: number;
  readonly crashes: number;
  readonly suspect: boolean;
  readonly first_started_at: Date | null;
  readonly side_effects: boolean;
}

/**
 * Leases what is due: per handler the oldest open delivery of up to 16 order keys, and behind it the run of due
 * successors, which the same worker works off in order. At most 50 per handler.
 *
 * Must run on a connection of the engine's pool, whose settings keep the planner on the index.
 */
export async function claim(db: Queryable, options: ClaimOptions): Promise<Claim> {
  const token = randomUUID();
  const rows = await db.query<ClaimRow>(claimStatement(options, token));
  const frontiers = new Map<HandlerName, string>();
  const behind = new Map<HandlerName, readonly string[]>();
  const deliveries: Delivery[] = [];
  for (const row of rows) {
    if (row.frontier !== null) frontiers.set(row.mine, row.frontier);
    if (row.behind !== null) behind.set(row.mine, row.behind);
    if (row.handler !== null) deliveries.push(deliveryOf(row, row.handler, token));
  }
  return {
    deliveries,
    frontiers,
    behind: [...behind].flatMap(([handler, keys]) => keys.map((orderKey) => ({ handler, orderKey }))),
  };
}

/**
 * The handlers of which a claim may have left something that is due in the keys it looked at: one of them got as
 * many deliveries as each was allowed.
 */
export function leftOf(deliveries: readonly Delivery[]): ReadonlySet<HandlerName> {
  const left = new Set<HandlerName>();
  const perKey = new Map<HandlerName, Map<string, number>>();
  for (const { handler, orderKey } of deliveries) {
    const counts = perKey.get(handler) ?? new Map<string, number>();
    perKey.set(handler, counts.set(orderKey, (counts.get(orderKey) ?? 0) + 1));
  }
  for (const [handler, counts] of perKey) {
    if (Math.max(...counts.values()) >= Math.floor(CLAIM_MAX / counts.size)) left.add(handler);
  }
  return left;
}

function deliveryOf(row: ClaimRow, handler: HandlerName, token: string): Delivery {
  return {
    handler,
    token,
    orderKey: row.order_key,
    position: row.position,
    run: row.run,
    eventId: row.event_id,
    type: row.type,
    category: row.category,
    recordedAt: row.recorded_at,
    expiresOn: row.expires_on_text,
    place: row.place,
    attempts: row.attempts,
    failures: row.failures,
    crashes: row.crashes,
    suspect: row.suspect,
    firstStartedAt: row.first_started_at,
    sideEffects: row.side_effects,
    startMarked: false,
  };
}

/**
 * `walk` is a loose index scan: one step per order key however many deliveries wait behind it. What it sees may
 * be out of date, so `head` takes the lock and asks again; whoever holds the lock on the oldest delivery of a key
 * is alone with that key, so the successors in `part` need no lock of their own. A key whose oldest delivery is
 * locked, leased, not yet due or dead (where a dead one blocks) gives nothing. A dead replay never blocks: an
 * operator's second look must not hold up what happens now.
 *
 * A row that another process claimed and gave back between our snapshot and our lock lies elsewhere by then (`place`
 * is not what was `seen`). This statement could not update it, so its key is left for the next claim: otherwise the
 * successors would be taken without their head. The comparison stands outside the locking query, because a lock that
 * follows a row to its new version does not ask again where it lies.
 *
 * A lease that ran out is a vanished worker: that goes on record as `abandoned`, or as `crashed` where the start
 * was marked, and the delivery runs alone from then on.
 */
const claimStatement = ({ worker, leaseMs, after }: ClaimOptions, token: string) => sql`
  WITH RECURSIVE mine AS MATERIALIZED (
    SELECT h.name AS handler, h.on_dead, m.after,
      h.ordering = 'correlation' AS ordered,
      CASE h.ordering WHEN 'correlation' THEN ${KEYS_MAX}::integer ELSE ${CLAIM_MAX}::integer END AS keys_max
    FROM unnest(${[...after.keys()]}::text[], ${[...after.values()]}::text[]) AS m (name, after)
    JOIN event_handler h ON h.name = m.name
    WHERE h.paused_at IS NULL
  ), walk AS (
    SELECT m.handler, m.on_dead, m.keys_max, n.*, 1 AS steps, n.claimable::integer AS found
    FROM mine m CROSS JOIN LATERAL (
      SELECT d.order_key, d.position, d.run, d.ctid AS place,
        d.dead_at IS NULL AND d.due_at <= clock_timestamp()
          AND (d.lease_until IS NULL OR d.lease_until <= clock_timestamp()) AS claimable, d.leased_by
      FROM event_delivery d
      WHERE d.handler = m.handler AND d.order_key > m.after
        AND (d.dead_at IS NULL OR (m.on_dead = 'block' AND d.run = 0))
      ORDER BY d.handler, d.order_key, d.position, d.run LIMIT 1) AS n
    UNION ALL
    SELECT w.handler, w.on_dead, w.keys_max, n.*, w.steps + 1, w.found + n.claimable::integer
    FROM walk w CROSS JOIN LATERAL (
      SELECT d.order_key, d.position, d.run, d.ctid AS place,
        d.dead_at IS NULL AND d.due_at <= clock_timestamp()
          AND (d.lease_until IS NULL OR d.lease_until <= clock_timestamp()) AS claimable, d.leased_by
      FROM event_delivery d
      WHERE d.handler = w.handler AND d.order_key > w.order_key
        AND (d.dead_at IS NULL OR (w.on_dead = 'block' AND d.run = 0))
      ORDER BY d.handler, d.order_key, d.position, d.run LIMIT 1) AS n
    WHERE w.steps < ${STEPS_MAX}::integer AND w.found < w.keys_max
  ), walked AS MATERIALIZED (SELECT * FROM walk
  ), locked AS MATERIALIZED (
    SELECT l.*, w.place AS seen FROM walked w CROSS JOIN LATERAL (
      SELECT d.ctid AS place, d.handler, d.order_key, d.position, d.run, d.suspect, w.on_dead,
        d.lease_token IS NOT NULL AS lost, d.started_at IS NOT NULL AS started,
        d.leased_by AS lost_by, d.started_at AS lost_started_at
      FROM event_delivery d
      WHERE d.handler = w.handler AND d.order_key = w.order_key AND d.position = w.position AND d.run = w.run
        AND d.dead_at IS NULL AND d.due_at <= clock_timestamp()
        AND (d.lease_until IS NULL OR d.lease_until <= clock_timestamp())
      FOR UPDATE OF d SKIP LOCKED) AS l
    WHERE w.claimable
  ), head AS (
    SELECT * FROM locked WHERE place = seen
  ), share AS MATERIALIZED (
    SELECT h.handler, m.ordered, ${CLAIM_MAX}::bigint / count(*) - 1 AS followers
    FROM head h JOIN mine m USING (handler) GROUP BY h.handler, m.ordered
  ), part AS MATERIALIZED (
    SELECT place, lost, started, lost_by, lost_started_at FROM head
    UNION ALL
    SELECT f.place, false, false, NULL, NULL
    FROM head h JOIN share s ON s.handler = h.handler AND s.ordered AND s.followers > 0
    CROSS JOIN LATERAL (
      SELECT n.place, bool_and(n.open) OVER (ORDER BY n.position, n.run) AS joined
      FROM (
        SELECT d.ctid AS place, d.position, d.run,
          d.dead_at IS NULL AND d.due_at <= clock_timestamp() AND d.lease_token IS NULL AND NOT d.suspect AS open
        FROM event_delivery d
        WHERE d.handler = h.handler AND d.order_key = h.order_key AND (d.position, d.run) > (h.position, h.run)
          AND (d.dead_at IS NULL OR (h.on_dead = 'block' AND d.run = 0))
        ORDER BY d.position, d.run LIMIT s.followers) AS n) AS f
    WHERE f.joined AND NOT h.lost AND NOT h.suspect
  ), claimed AS (
    UPDATE event_delivery AS d
    SET lease_token = ${token}::uuid, leased_by = ${worker},
      lease_until = clock_timestamp() + ${leaseMs}::integer * interval '1 millisecond',
      suspect = d.suspect OR p.lost, crashes = d.crashes + p.started::integer, started_at = NULL
    FROM part p
    WHERE d.ctid = p.place
    RETURNING d.*, d.ctid AS place, p.lost, p.started, p.lost_by, p.lost_started_at
  ), vanished AS (
    INSERT INTO event_attempt (event_id, handler, run, position, type, attempt, outcome, closes, recorded_at,
      first_started_at, started_at, finished_at, worker, error, expires_on)
    SELECT event_id, handler, run, position, type, CASE WHEN started THEN attempts ELSE 0 END,
      CASE WHEN started THEN 'crashed' ELSE 'abandoned' END, false, recorded_at, first_started_at,
      lost_started_at, clock_timestamp(), lost_by,
      CASE WHEN started THEN 'The worker vanished while it ran this delivery alone.'
        ELSE 'The worker vanished with the lease; whether it had begun is unknown.' END, expires_on
    FROM claimed WHERE lost
  ), stopped AS (
    SELECT w.handler, max(w.order_key) AS frontier FROM walked w
    GROUP BY w.handler
    HAVING max(w.steps) >= ${STEPS_MAX}::integer OR max(w.found) >= max(w.keys_max)
  ), behind AS (
    SELECT w.handler, array_agg(w.order_key) AS keys FROM walked w
    WHERE NOT w.claimable AND w.leased_by = ${worker} AND EXISTS (
      SELECT FROM event_delivery d
      WHERE d.handler = w.handler AND d.order_key = w.order_key AND (d.position, d.run) > (w.position, w.run)
        AND d.dead_at IS NULL AND d.lease_token IS NULL)
    GROUP BY w.handler
  )
  SELECT m.handler AS mine, s.frontier, b.keys AS behind, c.handler, c.order_key, c.position, c.run, c.event_id, c.type, c.category,
    c.recorded_at, c.expires_on::text AS expires_on_text, c.place::text AS place, c.attempts, c.failures,
    c.crashes, c.suspect, c.first_started_at, c.side_effects
  FROM mine m
  LEFT JOIN stopped s ON s.handler = m.handler
  LEFT JOIN behind b ON b.handler = m.handler
  LEFT JOIN claimed c ON c.handler = m.handler
  ORDER BY c.handler, c.order_key, c.position, c.run`;
