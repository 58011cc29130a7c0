import { createHash } from "node:crypto";
import type { World } from "./world";

export interface InvariantOptions {
  /** Tries that a worker noted outside the database before it began, one entry each. */
  readonly noted?: readonly { readonly eventId: string; readonly handler: string }[];
  /** What `logDigest` said at some earlier time: the rows up to it must not have changed. */
  readonly logBefore?: LogDigest;
}

/**
 * The invariants of engine.md §11; resolves to the violations found, none when all hold.
 *
 * I1 every committed fact has, for every handler subscribed when it was appended, exactly one receipt, or an open
 * delivery, or a dead letter, and never two effects. I2 effects of an ordered handler happen in position order
 * within a correlation. I3 every try has its attempt row. I4 the log is unchanged. I5 no fact without its state
 * change and no state change without its fact.
 */
export async function brokenInvariants(
  world: World,
  options: InvariantOptions = {},
): Promise<readonly string[]> {
  const parts = await Promise.all([
    once(world),
    effects(world),
    order(world),
    tries(world, options),
    log(world, options),
    state(world),
  ]);
  return parts.flat();
}

async function ask(world: World, what: string, query: string): Promise<readonly string[]> {
  const { rows } = await world.superuser.pool.query<Record<string, unknown>>(query);
  return rows.slice(0, 5).map((row) => `${what}: ${JSON.stringify(row)}`);
}

function once(world: World): Promise<readonly string[]> {
  return ask(
    world,
    "I1 not exactly one receipt or delivery",
    `WITH owed AS (
       SELECT l.id, s.handler, coalesce(r.n, 0) AS receipts, coalesce(d.n, 0) AS deliveries
       FROM event_log l
       JOIN event_subscription s ON s.type = l.type AND s.since <= l.recorded_at
         AND (s.until IS NULL OR s.until > l.recorded_at)
       LEFT JOIN (SELECT event_id, handler, count(*) AS n FROM event_attempt WHERE closes AND run = 0 GROUP BY 1, 2) r
         ON r.event_id = l.id AND r.handler = s.handler
       LEFT JOIN (SELECT event_id, handler, count(*) AS n FROM event_delivery WHERE run = 0 GROUP BY 1, 2) d
         ON d.event_id = l.id AND d.handler = s.handler)
     SELECT * FROM owed WHERE receipts + deliveries <> 1`,
  );
}

/** An effect without a receipt, a receipt without an effect, or two of either. */
function effects(world: World): Promise<readonly string[]> {
  return ask(
    world,
    "I1 effects and receipts differ",
    `SELECT event_id, handler, coalesce(e.n, 0) AS effects, coalesce(r.n, 0) AS receipts
     FROM (SELECT event_id, handler, count(*) AS n FROM reliability_effect GROUP BY 1, 2) e
     FULL JOIN (SELECT event_id, handler, count(*) AS n FROM event_attempt WHERE outcome = 'done' GROUP BY 1, 2) r
       USING (event_id, handler)
     WHERE coalesce(e.n, 0) <> 1 OR coalesce(r.n, 0) <> 1`,
  );
}

function order(world: World): Promise<readonly string[]> {
  return ask(
    world,
    "I2 out of order",
    `SELECT * FROM (
       SELECT e.handler, l.correlation_id, l.position, e.seq,
         max(e.seq) OVER (PARTITION BY e.handler, l.correlation_id ORDER BY l.position
           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
       FROM reliability_effect e JOIN event_log l ON l.id = e.event_id
       JOIN event_handler h ON h.name = e.handler AND h.ordering = 'correlation') x
     WHERE seq < before`,
  );
}

async function tries(world: World, { noted = [] }: InvariantOptions): Promise<readonly string[]> {
  const gaps = await ask(
    world,
    "I3 tries are missing on record",
    `SELECT event_id, handler, max(attempt) AS attempts, count(DISTINCT attempt) FILTER (WHERE attempt > 0) AS rows
     FROM event_attempt GROUP BY 1, 2
     HAVING max(attempt) <> count(DISTINCT attempt) FILTER (WHERE attempt > 0)`,
  );
  const { rows } = await world.superuser.pool.query<{ key: string; n: number }>(
    "SELECT event_id || ' ' || handler AS key, count(*)::int AS n FROM event_attempt GROUP BY 1",
  );
  const recorded = new Map(rows.map((row) => [row.key, row.n]));
  const counted = new Map<string, number>();
  for (const { eventId, handler } of noted) {
    const key = `${eventId} ${handler}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const missing = [...counted].filter(([key, count]) => (recorded.get(key) ?? 0) < count);
  return [
    ...gaps,
    ...missing.slice(0, 5).map(([key, count]) => `I3 ${count} tries begun, fewer on record: ${key}`),
  ];
}

export interface LogDigest {
  readonly rows: number;
  readonly upTo: string;
  readonly digest: string;
}

/** A digest over the rows of the log up to a position, to be compared later. */
export async function logDigest(world: World, upTo?: string): Promise<LogDigest> {
  const { rows } = await world.superuser.pool.query<{ position: string; row: string }>(
    `SELECT position::text AS position, (l.*)::text AS row FROM event_log l
     WHERE $1::bigint IS NULL OR position <= $1::bigint ORDER BY l.position`,
    [upTo ?? null],
  );
  const hash = createHash("sha256");
  for (const { row } of rows) hash.update(`${row}\n`);
  return { rows: rows.length, upTo: upTo ?? rows.at(-1)?.position ?? "0", digest: hash.digest("hex") };
}

async function log(world: World, { logBefore }: InvariantOptions): Promise<readonly string[]> {
  if (!logBefore) return [];
  const now = await logDigest(world, logBefore.upTo);
  return now.digest === logBefore.digest ? [] : [`I4 the log up to ${logBefore.upTo} has changed`];
}

function state(world: World): Promise<readonly string[]> {
  return ask(
    world,
    "I5 state and facts differ",
    `SELECT l.id AS fact, s.event_id AS state FROM event_log l
     FULL JOIN reliability_state s ON s.event_id = l.id WHERE l.id IS NULL OR s.event_id IS NULL`,
  );
}
