import type { Client } from "pg";

/**
 * Facts number `first` to `last` of a made-up log, in the order of their times, with receipts and a few open
 * deliveries: for searches that must not depend on how long the log is. Types, actors, sources and payloads repeat;
 * of each kind one is rare. As the superuser, past triggers and validation.
 */
export async function insertManyFacts(superuser: Client, first: number, last: number): Promise<void> {
  const run = (statement: string) => superuser.query(statement);
  await run("SET session_replication_role = replica");
  await run(`
    INSERT INTO event_handler (name, kind, ordering, on_dead) VALUES
      ('notification', 'transactional', 'correlation', 'skip'), ('workflow', 'transactional', 'correlation', 'block'),
      ('reporting', 'transactional', 'none', 'skip')
    ON CONFLICT DO NOTHING`);
  await run(`
    CREATE TEMP TABLE made AS
    SELECT n, gen_random_uuid() AS id, 'chain-' || n / 20 AS chain,
      (ARRAY['booking', 'event', 'activity', 'staff', 'kit', 'location'])[1 + n % 6] AS category,
      CASE WHEN n % 1999 = 7 AND n < 4000 THEN 'TYPE_RARE' ELSE 'TYPE_' || n % 20 END AS type,
      CASE WHEN n % 1999 = 9 AND n < 4000 THEN 'actor-rare' ELSE 'actor-' || n % 20 END AS actor,
      CASE WHEN n % 1999 = 11 AND n < 4000 THEN 'source.rare' ELSE 'source.' || n % 20 END AS source,
      date_trunc('milliseconds', now() - interval '20 days' + n * interval '39 seconds') AS at
    FROM generate_series(${Math.trunc(first)}, ${Math.trunc(last)}) AS n`);
  await run("INSERT INTO event_identity (id, recorded_at, category) SELECT id, at, category FROM made");
  await run(`
    INSERT INTO event_log (position, id, type, category, "timestamp", correlation_id, source, payload, recorded_at,
      expires_on, actor_id, entity_ids)
    SELECT n, id, type, category, at, chain, source, jsonb_build_object('n', n, 'issueType', 'issue-' || n % 20,
      'severity', CASE WHEN n % 1998 = 7 AND n < 4000 THEN 'critical' ELSE 'low' END), at, (at + interval '1 year')::date,
      actor, ARRAY['booking:' || chain, 'client:' || n % 10]
    FROM made`);
  await run(`
    INSERT INTO event_attempt (event_id, handler, position, type, attempt, outcome, closes, recorded_at,
      first_started_at, finished_at, expires_on)
    SELECT id, handler, n, type, 1, CASE WHEN n % 1999 = 13 AND n < 4000 THEN 'skipped' ELSE 'done' END, true, at, at,
      at + interval '40 milliseconds', (at + interval '1 year')::date
    FROM made CROSS JOIN unnest(ARRAY['reporting', 'workflow']) AS handler WHERE n % 200 >= 6`);
  await run(`
    INSERT INTO event_delivery (handler, order_key, position, event_id, type, category, recorded_at, expires_on, due_at,
      attempts, failures, dead_at)
    SELECT handler, CASE handler WHEN 'workflow' THEN chain ELSE id::text END, n, id, type, category, at,
      (at + interval '1 year')::date, now(), n % 3, n % 3, CASE WHEN n % 400 = 0 THEN now() END
    FROM made CROSS JOIN unnest(ARRAY['reporting', 'workflow']) AS handler WHERE n % 200 < 6 AND n < 4000`);
  await run("DROP TABLE made");
  await run("RESET session_replication_role");
  await run("VACUUM (ANALYZE) event_log, event_attempt, event_delivery, event_identity");
}
