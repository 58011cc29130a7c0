import type { Database, Tx } from "@/db/database";
import { isTransient } from "@/db/errors";
import { sql } from "@/db/sql";
import { eventTypes } from "@/domain-events/catalog/catalog";
import { type HandlerName, handlerTraits, ROUTING_REVISION, routes } from "@/domain-events/routing";

const HANDLER_NAMES: readonly HandlerName[] = ["notification", "workflow", "reporting"];

const TRIES = 5;

/**
 * Writes `routing.ts` into the tables that the append joins. A new subscription starts now; one that the code no
 * longer has is closed if an older release wrote it. Resolves to the number of changed rows.
 */
export async function syncSubscriptions(db: Database): Promise<number> {
  const wanted = eventTypes.flatMap((type) => routes[type].map((handler) => ({ handler, type })));
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction((tx) => sync(tx, wanted));
    } catch (error) {
      if (!isTransient(error) || tries === TRIES) throw error;
    }
  }
}

async function sync(
  tx: Tx,
  wanted: readonly { readonly handler: string; readonly type: string }[],
): Promise<number> {
  const pairs = JSON.stringify(wanted);
  const traits = JSON.stringify(
    HANDLER_NAMES.map((name) => ({ name, ...handlerTraits[name], revision: ROUTING_REVISION })),
  );
  if (!(await differs(tx, pairs, traits))) return 0;
  // Appends wait for a moment: none may miss a subscription that counts from before its own time.
  await tx.execute(sql`SET LOCAL lock_timeout = '5s'`);
  await tx.execute(sql`LOCK TABLE event_subscription, event_handler IN ACCESS EXCLUSIVE MODE`);
  // Before the handlers get our revision, by which it is told who wrote a subscription.
  const closed = await tx.execute(sql`
    UPDATE event_subscription AS s SET until = clock_timestamp()
    FROM event_handler h
    WHERE h.name = s.handler AND h.revision < ${ROUTING_REVISION}::integer AND s.until IS NULL
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset(${pairs}::jsonb) AS p (handler text, type text)
        WHERE p.handler = s.handler AND p.type = s.type)`);
  const handlers = await tx.execute(sql`
    INSERT INTO event_handler AS h (name, kind, ordering, on_dead, revision)
    SELECT name, kind, "order", "onDead", revision
    FROM jsonb_to_recordset(${traits}::jsonb) AS t (name text, kind text, "order" text, "onDead" text, revision integer)
    ON CONFLICT (name) DO UPDATE
    SET kind = excluded.kind, ordering = excluded.ordering, on_dead = excluded.on_dead, revision = excluded.revision
    WHERE h.revision <= excluded.revision
      AND (h.kind, h.ordering, h.on_dead, h.revision)
        IS DISTINCT FROM (excluded.kind, excluded.ordering, excluded.on_dead, excluded.revision)`);
  const added = await tx.execute(sql`
    INSERT INTO event_subscription (handler, type, since)
    SELECT p.handler, p.type, clock_timestamp()
    FROM jsonb_to_recordset(${pairs}::jsonb) AS p (handler text, type text)
    JOIN event_handler h ON h.name = p.handler AND h.revision <= ${ROUTING_REVISION}::integer
    WHERE NOT EXISTS (SELECT FROM event_subscription s
      WHERE s.handler = p.handler AND s.type = p.type AND s.until IS NULL)`);
  return handlers + closed + added;
}

async function differs(tx: Tx, pairs: string, traits: string): Promise<boolean> {
  const [row] = await tx.query<{ differs: boolean }>(sql`
    SELECT EXISTS (
      SELECT FROM jsonb_to_recordset(${traits}::jsonb)
        AS t (name text, kind text, "order" text, "onDead" text, revision integer)
      LEFT JOIN event_handler h ON h.name = t.name
      WHERE h.name IS NULL OR h.revision < t.revision OR (h.revision = t.revision
        AND (h.kind, h.ordering, h.on_dead) IS DISTINCT FROM (t.kind, t."order", t."onDead"))
    ) OR EXISTS (
      SELECT FROM jsonb_to_recordset(${pairs}::jsonb) AS p (handler text, type text)
      FULL JOIN (SELECT s.handler, s.type, h.revision FROM event_subscription s
        JOIN event_handler h ON h.name = s.handler WHERE s.until IS NULL) s USING (handler, type)
      WHERE s.handler IS NULL OR (p.handler IS NULL AND s.revision < ${ROUTING_REVISION}::integer)
    ) AS differs`);
  return row?.differs ?? true;
}
