import { createDatabase } from "@/db/database";
import { type Dispatcher, startDispatcher } from "@/domain-events/dispatch/dispatcher";
import type { Handler } from "@/domain-events/dispatch/handler";
import { wake } from "@/domain-events/dispatch/wake";
import { appendEvents } from "@/domain-events/log/append";
import type { EngineUnderTest } from "./engine-under-test";
import { businessStatement, effectStatement, effectsStatement, HANDLERS } from "./work";

/**
 * Muster's own log and dispatcher, all three handlers ordered by correlation.
 * @param folds whether the handlers take slices of 25
 */
export function muster(url: string, concurrency: number, folds: boolean): EngineUnderTest {
  const requests = createDatabase({ url, max: concurrency, applicationName: "bench-append" });
  const database = createDatabase({ url, max: concurrency, applicationName: "bench-dispatch" });
  let dispatcher: Dispatcher | undefined;

  return {
    name: folds ? "muster_fold" : "muster",
    about: folds ? "slices of 25 per transaction" : "one transaction per delivery",
    async append(fact) {
      // As runCommand does: what does not need another statement's answer does not wait for it.
      await requests.transaction((tx) =>
        Promise.all([tx.execute(businessStatement()), appendEvents(tx, [fact])]),
      );
      if (dispatcher) wake();
    },
    async start(done) {
      const handlers = HANDLERS.map((name) => benchHandler(name, folds));
      dispatcher = startDispatcher({ database, handlers, concurrency, onDone: done });
    },
    async stop() {
      await dispatcher?.stop();
      dispatcher = undefined;
    },
    open: async () =>
      (await requests.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM event_delivery")).rows[0]
        ?.n ?? 0,
    async verify() {
      const { rows } = await requests.pool.query<{ missing: number; twice: number }>(`
        SELECT count(*) FILTER (WHERE a.n IS NULL OR f.event_id IS NULL)::int AS missing,
          count(*) FILTER (WHERE a.n > 1)::int AS twice
        FROM event_log e CROSS JOIN (VALUES ('notification'), ('workflow'), ('reporting')) AS h (handler)
        LEFT JOIN bench.effect f ON f.event_id = e.id AND f.handler = h.handler
        LEFT JOIN (SELECT event_id, handler, count(*) AS n FROM event_attempt WHERE closes GROUP BY 1, 2) a
          ON a.event_id = e.id AND a.handler = h.handler`);
      return rows[0] ?? { missing: 1, twice: 0 };
    },
    async close() {
      await dispatcher?.stop();
      await requests.close();
      await database.close();
    },
  };
}

function benchHandler(name: (typeof HANDLERS)[number], folds: boolean): Handler {
  return {
    name,
    handle: async (event, { tx }) => {
      await tx.execute(effectStatement(event.id, name, event.correlationId));
    },
    ...(folds && {
      handleMany: async (events, { tx }) => {
        const ids = events.map((event) => event.id);
        const bookings = events.map((event) => event.correlationId);
        await tx.execute(effectsStatement(ids, name, bookings));
      },
    }),
  };
}
