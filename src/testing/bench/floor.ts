import pg from "pg";
import { sql } from "@/db/sql";
import type { EngineUnderTest } from "./engine-under-test";
import { businessStatement, effectStatement, HANDLERS, run, transaction } from "./work";

interface Pending {
  readonly id: string;
  readonly handler: string;
  readonly bookingId: string;
}

/**
 * The floor: the same rows with raw SQL and no engine. Queue rows are plain, the deliveries are known in advance,
 * nothing is claimed, nothing is in order.
 * @param batch deliveries per transaction
 */
export function floor(url: string, concurrency: number, batch: number): EngineUnderTest {
  const pool = new pg.Pool({ connectionString: url, max: concurrency });
  // The database is dropped while the last connections are closing.
  pool.on("error", () => undefined);
  let live: ((id: string) => void) | undefined;
  let stopping = false;
  let loops: Promise<unknown> = Promise.resolve();
  let queue: Pending[] | undefined;
  let next = 0;

  const deliver = (slice: readonly Pending[]) =>
    transaction(pool, async (client) => {
      for (const one of slice) {
        await run(
          client,
          sql`DELETE FROM bench.pending WHERE event_id = ${one.id} AND handler = ${one.handler}`,
        );
        await run(client, effectStatement(one.id, one.handler, one.bookingId));
        await run(
          client,
          sql`INSERT INTO bench.audit (event_id, handler, outcome) VALUES (${one.id}, ${one.handler}, ${"done"})`,
        );
      }
    });
  return {
    name: batch === 1 ? "floor" : `floor_batch${batch}`,
    about:
      batch === 1 ? "raw SQL, one transaction per delivery" : `raw SQL, ${batch} deliveries per transaction`,
    async append({ id, fact, correlationId }) {
      const payload = JSON.stringify(fact.payload);
      await transaction(pool, async (client) => {
        await run(client, businessStatement());
        await run(
          client,
          sql`INSERT INTO bench.event (id, type, correlation_id, payload)
            VALUES (${id}, ${fact.type}, ${correlationId}, ${payload})`,
        );
        await run(
          client,
          sql`INSERT INTO bench.pending (event_id, handler) SELECT ${id}, unnest(${[...HANDLERS]}::text[])`,
        );
      });
      if (!live) return;
      const done = live;
      for (const handler of HANDLERS)
        void deliver([{ id, handler, bookingId: correlationId }]).then(() => done(id));
    },
    async start(done) {
      stopping = false;
      queue ??= (
        await pool.query<Pending>(`SELECT p.event_id AS id, p.handler, e.correlation_id AS "bookingId"
          FROM bench.pending p JOIN bench.event e ON e.id = p.event_id ORDER BY e.position`)
      ).rows;
      if (queue.length === 0) live = done;
      const all = queue;
      const loop = async () => {
        while (!stopping && next < all.length) {
          const slice = all.slice(next, (next += batch));
          await deliver(slice);
          for (const one of slice) done(one.id);
        }
      };
      loops = Promise.all(Array.from({ length: concurrency }, loop));
    },
    async stop() {
      stopping = true;
      live = undefined;
      await loops;
    },
    open: async () =>
      (await pool.query<{ n: number }>("SELECT count(*)::int AS n FROM bench.pending")).rows[0]?.n ?? 0,
    async verify() {
      const { rows } = await pool.query<{ missing: number; twice: number }>(`
        SELECT count(*) FILTER (WHERE n IS NULL)::int AS missing, count(*) FILTER (WHERE n > 1)::int AS twice
        FROM bench.event e CROSS JOIN (VALUES ('notification'), ('workflow'), ('reporting')) AS h (handler)
        LEFT JOIN (SELECT event_id, handler, count(*) AS n FROM bench.audit GROUP BY 1, 2) a
          ON a.event_id = e.id AND a.handler = h.handler`);
      return rows[0] ?? { missing: 1, twice: 0 };
    },
    close: () => pool.end(),
  };
}
