import type { Client } from "pg";
import { catalog } from "@/domain-events/catalog/catalog";
import { withClient } from "@/launch/roles.mjs";
import { prepareBench } from "./bench";
import type { EngineUnderTest } from "./engine-under-test";
import type { BenchServer } from "./fresh-database";
import { drainTurn } from "./measure";
import { muster } from "./muster";
import { HANDLERS } from "./work";

export interface DrainOptions {
  readonly server: BenchServer;
  /** Open at the beginning, in the large backlog. */
  readonly deliveries: number;
  readonly concurrency: number;
  /** How long the large one is drained behind an old transaction before it is measured. */
  readonly seconds: number;
  print(line: object): void;
}

const SMALL_BACKLOG = 10_000;
const TURN_MS = 2_000;
const CHUNK = 100_000;
const FACTS_PER_CHAIN = 30;

/** Of the rate at 10,000 (engine.md §12). */
const RATIO_MIN = 0.9;

/**
 * Deliveries per second from a large backlog against those from one of 10,000, in turns of two seconds; then the same
 * with a transaction open that began before the drain, behind which nothing that was done can be vacuumed away. One
 * JSON line each. Resolves to whether both targets are met.
 */
export async function benchDrain(options: DrainOptions): Promise<boolean> {
  const { server, deliveries, print } = options;
  const large = await backlog(server, deliveries);
  const largeEngine = muster(large.url, options.concurrency, false);
  try {
    print({ figure: "backlog", deliveries, filled_s: large.filledMs / 1000 });
    const alone = await against(options, largeEngine);
    print({
      figure: "drain_of_backlog",
      deliveries,
      ...alone,
      target: RATIO_MIN,
      ok: alone.ratio >= RATIO_MIN,
    });
    const held = await withOldTransaction(large.url, async () => {
      const { done } = await drainTurn(largeEngine, options.seconds * 1000);
      return { done_before: done, ...(await against(options, largeEngine)) };
    });
    const figure = "drain_behind_old_transaction";
    print({ figure, deliveries, ...held, target: RATIO_MIN, ok: held.ratio >= RATIO_MIN });
    return alone.ratio >= RATIO_MIN && held.ratio >= RATIO_MIN;
  } finally {
    await largeEngine.close();
    await large.drop();
  }
}

interface Rates {
  readonly small_per_s: number;
  readonly per_s: number;
  readonly ratio: number;
}

async function against({ server, concurrency }: DrainOptions, large: EngineUnderTest): Promise<Rates> {
  const small = await backlog(server, SMALL_BACKLOG);
  const smallEngine = muster(small.url, concurrency, false);
  const totals = { small: { done: 0, ms: 0 }, large: { done: 0, ms: 0 } };
  try {
    while ((await smallEngine.open()) > 0) {
      for (const [name, engine] of [
        ["small", smallEngine],
        ["large", large],
      ] as const) {
        const { done, ms } = await drainTurn(engine, TURN_MS);
        totals[name].done += done;
        totals[name].ms += ms;
      }
    }
  } finally {
    await smallEngine.close();
    await small.drop();
  }
  const perSecond = ({ done, ms }: { done: number; ms: number }) => (done / ms) * 1000;
  const [smallRate, rate] = [perSecond(totals.small), perSecond(totals.large)];
  return { small_per_s: smallRate, per_s: rate, ratio: rate / smallRate };
}

async function withOldTransaction<T>(url: string, work: () => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    await client.query("SET idle_in_transaction_session_timeout = 0");
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    await client.query("SELECT pg_current_xact_id(), (SELECT count(*) FROM event_handler)");
    const answer = await work();
    await client.query("ROLLBACK");
    return answer;
  });
}

/** A database with so many open deliveries: three for each fact, thirty facts to a chain. */
async function backlog(server: BenchServer, deliveries: number) {
  const database = await server.freshDatabase();
  await prepareBench(database.url);
  const began = Date.now();
  await withClient(database.url, (owner) => fillBacklog(owner, Math.ceil(deliveries / HANDLERS.length)));
  return { ...database, filledMs: Date.now() - began };
}

async function fillBacklog(owner: Client, facts: number): Promise<void> {
  await owner.query("SET statement_timeout = 0; SET synchronous_commit = off");
  const { example } = catalog.BOOKING_SUBMITTED;
  const chains = Math.ceil(facts / FACTS_PER_CHAIN);
  for (let first = 1; first <= facts; first += CHUNK) {
    const last = Math.min(first + CHUNK - 1, facts);
    await owner.query(BACKLOG, [first, last, chains, JSON.stringify(example)]);
  }
  await owner.query("VACUUM (ANALYZE) event_log, event_identity, event_delivery");
}

const BACKLOG = `
  WITH moment AS (SELECT date_trunc('milliseconds', clock_timestamp()) AS at
  ), logged AS (
    INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, metadata, recorded_at,
      expires_on, actor_id, entity_ids)
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint + n / 10), 12, '0') || '7' || substr(md5(n::text), 1, 3)
        || 'b' || substr(md5(n::text), 4, 15))::uuid,
      'BOOKING_SUBMITTED', 'booking', at, 'booking-' || n % $3::integer, 'bookings.submit', $4::jsonb,
      '{"userId": "bench", "version": "1"}', at, (at + interval '7 years')::date, 'bench',
      ARRAY['booking:booking-' || n % $3::integer]
    FROM generate_series($1::integer, $2::integer) AS n CROSS JOIN moment ORDER BY n
    RETURNING *
  ), known AS (
    INSERT INTO event_identity (id, recorded_at, category) SELECT id, recorded_at, category FROM logged
  )
  INSERT INTO event_delivery (handler, order_key, position, event_id, type, category, recorded_at, expires_on, due_at)
  SELECT h.name, CASE h.ordering WHEN 'correlation' THEN l.correlation_id ELSE l.id::text END, l.position, l.id, l.type,
    l.category, l.recorded_at, l.expires_on, l.recorded_at
  FROM logged l CROSS JOIN event_handler h`;
