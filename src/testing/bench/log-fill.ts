import type { Client } from "pg";
import { exampleIds } from "@/domain-events/catalog/example-ids";
import { CATEGORIES } from "@/domain-events/catalog/catalog";
import { retentionPolicy } from "@/domain-events/retention/policy";
import { ERAS, mixedTypes, SLOTS, slotsOf } from "./log-mix";

const CHUNK = 200_000;
const SPAN_MONTHS = { month: 1, "half-year": 6, year: 12 } as const;

/** The newest facts, which some handlers still owe something. */
const OPEN = 1_000;

/**
 * So many made-up facts over seven years, more of them the younger they are, in the categories and chains (about 8 to
 * 60 facts each) of an agency, with receipts for a quarter of them, some hundreds of open deliveries, and rollups. Every
 * column holds what an append would write. As the owner of an empty database with its handlers registered.
 */
export async function fillLog(owner: Client, rows: number): Promise<void> {
  await owner.query(
    "SET statement_timeout = 0; SET synchronous_commit = off; SET work_mem = '128MB'; SET maintenance_work_mem = '512MB'",
  );
  await makeLeaves(owner);
  await makeMix(owner);
  const indexes = await takeIndexes(owner);
  const until = new Date().toISOString();
  for (let first = 1; first <= rows; first += CHUNK) {
    const range = [first, Math.min(first + CHUNK - 1, rows)];
    await owner.query(FACTS, [...range, rows, until]);
    await owner.query(IDENTITIES, range);
    await owner.query(RECEIPTS, [...range, rows - OPEN]);
  }
  // Built once from all rows: millions of random ids, one after the other, take several times as long.
  for (const statement of indexes) await owner.query(statement);
  await owner.query("SELECT setval('event_log_position_seq', $1)", [rows]);
  await owner.query(DELIVERIES, [rows - OPEN]);
  await owner.query(ROLLUPS);
  await owner.query("VACUUM (ANALYZE)");
}

/** Drops what only serves reading, and resolves to the statements that make it again on every partition. */
async function takeIndexes(owner: Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string; statement: string }>(`
    SELECT i.indexrelid::regclass::text AS name,
      replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') AS statement
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relkind = 'p' AND t.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
      AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = i.indexrelid)`);
  for (const { name } of rows) await owner.query(`DROP INDEX ${name}`);
  return rows.map(({ statement }) => statement);
}

async function makeLeaves(owner: Client): Promise<void> {
  for (const category of CATEGORIES) {
    const { yearsKept, partitionSpan } = retentionPolicy[category];
    await owner.query(
      `SELECT make_event_partition($1, start::date, (start + make_interval(months => $2))::date,
         to_char(start, 'YYYY_MM'))
       FROM generate_series(event_period_start((now() - make_interval(years => $3) - interval '1 day')::date, $2)::timestamp,
         now()::timestamp, make_interval(months => $2)) AS start`,
      [`event_log_${category}`, SPAN_MONTHS[partitionSpan], yearsKept],
    );
  }
}

async function makeMix(owner: Client): Promise<void> {
  await owner.query(
    `CREATE TEMP TABLE mix AS SELECT * FROM jsonb_to_recordset($1::jsonb) AS m (type text, category text, source text,
       version integer, years integer, payload text, entities text[], handlers text[])`,
    [JSON.stringify(mixedTypes)],
  );
  const slots = ERAS.flatMap((era) => slotsOf(era).map((type, slot) => ({ era, slot, type })));
  await owner.query(
    `CREATE TEMP TABLE mix_slot AS SELECT s.era, s.slot, m.* FROM jsonb_to_recordset($1::jsonb)
       AS s (era integer, slot integer, type text) JOIN mix m USING (type)`,
    [JSON.stringify(slots)],
  );
  await owner.query("ANALYZE mix; ANALYZE mix_slot");
}

/** The ids of the examples, and in their place those of a chain's own records, as text. */
const REPLACEMENTS: readonly (readonly [string, string])[] = [
  [exampleIds.booking, "md5('booking' || chain)::uuid::text"],
  [exampleIds.event, "md5('event' || chain)::uuid::text"],
  [exampleIds.client, "md5('client' || chain % 40)::uuid::text"],
  [exampleIds.location, "md5('location' || chain % 90)::uuid::text"],
  [exampleIds.activity, "md5('activity' || chain || '-' || n % 5)::uuid::text"],
  [exampleIds.agent, "md5('agent' || n % 150)::uuid::text"],
  [exampleIds.manager, "md5('manager' || chain % 20)::uuid::text"],
];

const owned = (text: string) =>
  REPLACEMENTS.reduce((inner, [id, own]) => `replace(${inner}, '${id}', ${own})`, text);

/** Numbers $1 to $2 of $3 in all, the last one at $4. Sixty-four chains share a thousand facts, unequally. */
const FACTS = `
  WITH made AS MATERIALIZED (
    SELECT n, random() AS which, n / 1000 * 64 + floor(64 * power(random(), 1.3))::integer AS chain,
      date_trunc('milliseconds', $4::timestamptz - interval '2555 days' * power(1 - n::float8 / $3, 2)) AS at
    FROM generate_series($1::integer, $2::integer) AS n
  ), typed AS (
    SELECT *, CASE WHEN at < $4::timestamptz - interval '1094 days' THEN 3
      WHEN at < $4::timestamptz - interval '364 days' THEN 1 ELSE 0 END AS era, floor(which * ${SLOTS})::integer AS slot,
      md5(n::text) AS noise, (at AT TIME ZONE 'UTC')::date AS day FROM made
  )
  INSERT INTO event_log (position, id, type, category, "timestamp", correlation_id, causation_id, source, payload, metadata,
    recorded_at, expires_on, schema_version, depth, actor_id, request_id, entity_ids)
  SELECT n, (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(noise, 1, 3) || 'b'
      || substr(noise, 4, 15))::uuid,
    m.type, m.category, at, md5('booking' || chain)::uuid::text, CASE WHEN n % 3 = 0 THEN gen_random_uuid() END, m.source,
    ${owned("m.payload")}::jsonb,
    jsonb_build_object('userId', actor, 'actorRole', 'admin', 'requestId', noise, 'version', m.version::text),
    at, (day + make_interval(years => m.years))::date, m.version, (n % 3 = 0)::integer, actor, noise,
    string_to_array(${owned("array_to_string(m.entities, ' ')")}, ' ')
  FROM typed JOIN mix_slot m USING (era, slot)
  CROSS JOIN LATERAL (SELECT md5('actor' || n % 60)::uuid::text AS actor) AS who
  ORDER BY n`;

const IDENTITIES = `
  INSERT INTO event_identity (id, recorded_at, category)
  SELECT id, recorded_at, category FROM event_log WHERE position BETWEEN $1 AND $2 ORDER BY position`;

const RECEIPTS = `
  INSERT INTO event_attempt (event_id, handler, position, type, attempt, outcome, closes, recorded_at, first_started_at,
    started_at, finished_at, worker, expires_on)
  SELECT l.id, handler, l.position, l.type, 1, CASE WHEN l.position % 800 = 0 THEN 'skipped' ELSE 'done' END, true,
    l.recorded_at, l.recorded_at, l.recorded_at, l.recorded_at + random() * interval '90 milliseconds', 'bench',
    l.expires_on
  FROM event_log l JOIN mix m USING (type) CROSS JOIN unnest(m.handlers) AS handler
  WHERE l.position BETWEEN $1::bigint AND least($2::bigint, $3::bigint) AND l.position % 4 = 0 ORDER BY l.position`;

const DELIVERIES = `
  INSERT INTO event_delivery (handler, order_key, position, event_id, type, category, recorded_at, expires_on, due_at,
    attempts, failures, dead_at, last_error, lease_until)
  SELECT handler, CASE handler WHEN 'reporting' THEN l.id::text ELSE l.correlation_id END, l.position, l.id, l.type,
    l.category, l.recorded_at, l.expires_on, l.recorded_at, l.position % 3, l.position % 3,
    CASE WHEN l.position % 7 = 0 THEN now() END, 'Error: made up',
    CASE WHEN l.position % 7 = 1 THEN now() + interval '1 day' END
  FROM event_log l JOIN mix m USING (type) CROSS JOIN unnest(m.handlers) AS handler WHERE l.position > $1`;

/** What the counter leaves behind: hours for three years, days for good, per type and for all of them. */
const ROLLUPS = `
  INSERT INTO event_rollup (grain, handler, type, starts_at, appended)
  SELECT grain, '', coalesce(type, ''), starts_at, count(*) FROM event_log l
  CROSS JOIN LATERAL (VALUES ('hour', date_trunc('hour', recorded_at, 'UTC')),
    ('day', date_trunc('day', recorded_at, 'UTC'))) AS g (grain, starts_at)
  WHERE grain = 'day' OR recorded_at > now() - interval '3 years'
  GROUP BY GROUPING SETS ((grain, starts_at, type), (grain, starts_at))`;
