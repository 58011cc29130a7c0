import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Queryable } from "@/db/database";
import { createDatabase, type Database } from "@/db/database";
import { Sql, sql } from "@/db/sql";
import { categoriesWithField, SEARCHABLE_FIELDS } from "@/domain-events/catalog/searchable-fields";
import { withClient } from "@/launch/roles.mjs";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { insertManyFacts } from "@/testing/builders/many-facts";
import { LOG_ORDERS, type LogFilter, type LogOrder } from "./log-filter";
import { countEvents, pickPlaces, searchEvents } from "./search";

const SMALL = 4_000;
const LARGE = 40_000;

let own: TestDatabase;
let db: Database;
/** Blocks that each search touched while the log was small. */
const before = new Map<string, number>();

beforeAll(async () => {
  own = await createTestDatabase();
  db = createDatabase({ url: own.url, max: 4, applicationName: "search test" });
  await withClient(own.superuserUrl, (superuser) => insertManyFacts(superuser, 1, SMALL));
});
afterAll(async () => {
  await db.close();
  await own.drop();
});

const always = { from: "1970-01-01T00:00:00.000Z", to: new Date(Date.now() + 3_600_000).toISOString() };

const filters: Readonly<Record<string, Partial<LogFilter>>> = {
  "no filter": {},
  "a category": { categories: ["kit"] },
  "a frequent type": { types: ["TYPE_3"] },
  "a rare type": { types: ["TYPE_RARE"] },
  "a type that nothing has": { types: ["TYPE_NONE"] },
  "three types": { types: ["TYPE_3", "TYPE_4", "TYPE_RARE"] },
  "a chain": { correlationId: "chain-3" },
  "a frequent record": { entityIds: ["client:3"] },
  "a rare record": { entityIds: ["booking:chain-3"] },
  "a record that nothing names": { entityIds: ["client:none"] },
  "a frequent actor": { actorId: "actor-3" },
  "a rare actor": { actorId: "actor-rare" },
  "a frequent source": { source: "source.3" },
  "a rare source": { source: "source.rare" },
  "an actor and a type that never meet": { actorId: "actor-3", types: ["TYPE_4"] },
  "a frequent value": { field: { name: "issueType", value: "issue-4" } },
  "a rare value": { field: { name: "severity", value: "critical" } },
  "a value that nothing has": { field: { name: "severity", value: "none" } },
  "a value and an actor that never meet": {
    field: { name: "severity", value: "critical" },
    actorId: "actor-3",
  },
  done: { delivery: { state: "done", handler: "reporting" } },
  pending: { delivery: { state: "pending", handler: "workflow" } },
  retrying: { delivery: { state: "retrying", handler: "reporting" } },
  running: { delivery: { state: "running" } },
  blocked: { delivery: { state: "blocked" } },
  parked: { delivery: { state: "dead" } },
  skipped: { delivery: { state: "skipped" } },
};

/** Each filter, read from both ends. */
const searches = Object.entries(filters).flatMap(([name, filter]) =>
  LOG_ORDERS.map((order) => [`${name}, ${order} first`, filter, order] as const),
);

/** Runs the search and resolves to the blocks of the database that it touched. */
async function blocksOf(filter: Partial<LogFilter>, order: LogOrder): Promise<number> {
  let blocks = 0;
  const explaining: Queryable = {
    execute: (statement) => db.execute(statement),
    query: async (statement) => {
      const text = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement.text}`;
      const [row] = await db.query<{ "QUERY PLAN": [{ Plan: Record<string, number> }] }>(
        new Sql(text, "", statement.values, statement.parts),
      );
      const plan = row?.["QUERY PLAN"][0].Plan;
      blocks += (plan?.["Shared Hit Blocks"] ?? 0) + (plan?.["Shared Read Blocks"] ?? 0);
      return db.query(statement);
    },
  };
  await searchEvents(explaining, { ...always, ...filter, order, limit: 50 });
  return blocks;
}

/** A page of what is frequent may come from a longer stretch; what grows with the log is far beyond that. */
const boundOf = (blocks: number) => 2 * blocks + 600;

describe.sequential("a page costs what it holds, not what the log holds", () => {
  test("in a small log", async () => {
    for (const [name, filter, order] of searches) before.set(name, await blocksOf(filter, order));
    expect(Math.max(...before.values())).toBeGreaterThan(0);
  });

  test("and in one ten times as long", async () => {
    await withClient(own.superuserUrl, (superuser) => insertManyFacts(superuser, SMALL + 1, LARGE));
    const grown: string[] = [];
    for (const [name, filter, order] of searches) {
      const now = await blocksOf(filter, order);
      const then = before.get(name) ?? 0;
      if (now > boundOf(then)) grown.push(`${name}: ${then} blocks, then ${now}`);
    }
    expect(grown).toEqual([]);
  });

  test("a plan that reads everything would be seen", async () => {
    const [row] = await db.query<{ "QUERY PLAN": [{ Plan: Record<string, number> }] }>(sql`
      EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)
      SELECT * FROM event_log WHERE payload ->> 'n' = '7' ORDER BY recorded_at DESC LIMIT 50`);
    const plan = row?.["QUERY PLAN"][0].Plan;
    const blocks = (plan?.["Shared Hit Blocks"] ?? 0) + (plan?.["Shared Read Blocks"] ?? 0);
    expect(blocks).toBeGreaterThan(boundOf(before.get("no filter, newest first") ?? 0));
  });
});

/** The positions of all facts that a condition written by hand leaves, newest first. */
async function byHand(condition: Sql): Promise<string[]> {
  const rows = await db.query<{ position: string }>(sql`
    SELECT position FROM event_log l WHERE ${condition} ORDER BY recorded_at DESC, position DESC`);
  return rows.map(({ position }) => position);
}

const conditions: Readonly<Record<string, Sql>> = {
  "a category": sql`category = 'kit'`,
  "a rare type": sql`type = 'TYPE_RARE'`,
  "three types": sql`type IN ('TYPE_3', 'TYPE_4', 'TYPE_RARE')`,
  "a chain": sql`correlation_id = 'chain-3'`,
  "a frequent record": sql`'client:3' = ANY (entity_ids)`,
  "a rare record": sql`'booking:chain-3' = ANY (entity_ids)`,
  "a frequent actor": sql`actor_id = 'actor-3'`,
  "a rare source": sql`source = 'source.rare'`,
  "a frequent value": sql`payload ->> 'issueType' = 'issue-4' AND category IN ('event', 'activity', 'kit', 'location')`,
  "a rare value": sql`payload ->> 'severity' = 'critical' AND category = 'event'`,
  done: sql`EXISTS (SELECT FROM event_attempt a WHERE a.event_id = l.id AND handler = 'reporting' AND outcome = 'done')`,
  pending: sql`EXISTS (SELECT FROM event_processing p WHERE p.event_id = l.id AND handler = 'workflow' AND status = 'pending')
    AND NOT EXISTS (SELECT FROM event_delivery d WHERE d.handler = 'workflow' AND d.order_key = l.correlation_id
      AND d.position < l.position)`,
  retrying: sql`EXISTS (SELECT FROM event_processing p WHERE p.event_id = l.id AND handler = 'reporting' AND status = 'retrying')`,
  blocked: sql`EXISTS (SELECT FROM event_processing p WHERE p.event_id = l.id AND handler = 'workflow' AND status = 'pending')
    AND EXISTS (SELECT FROM event_delivery d WHERE d.handler = 'workflow' AND d.order_key = l.correlation_id
      AND d.position < l.position AND (d.dead_at IS NOT NULL OR d.failures > 0))`,
  parked: sql`EXISTS (SELECT FROM event_delivery d WHERE d.event_id = l.id AND dead_at IS NOT NULL)`,
  skipped: sql`EXISTS (SELECT FROM event_attempt a WHERE a.event_id = l.id AND outcome = 'skipped')`,
};

const bothWays = Object.keys(conditions).flatMap((name) => LOG_ORDERS.map((order) => ({ name, order })));

test.each(bothWays)("$name, $order first, finds what the condition leaves, page after page", async (one) => {
  const { name, order } = one;
  const newestFirst = await byHand(conditions[name] ?? sql`false`);
  const expected = (order === "newest" ? newestFirst : [...newestFirst].reverse()).slice(0, 230);
  const filter = filters[name] ?? {};
  expect(expected.length).toBeGreaterThan(0);
  const seen: string[] = [];
  let next: { recordedAt: string; position: string } | undefined;
  do {
    const page = await searchEvents(db, {
      ...always,
      ...filter,
      order,
      limit: 100,
      ...(next && { cursor: next }),
    });
    seen.push(...page.events.map(({ position }) => position));
    next = page.next;
  } while (next !== undefined && seen.length < expected.length);
  expect(seen.slice(0, 230)).toEqual(expected);
});

test("counting stops at the limit and is exact below it", async () => {
  expect(await countEvents(db, { ...always, actorId: "actor-3" }, 101)).toBe(101);
  const chain = await byHand(sql`correlation_id = 'chain-3'`);
  expect(await countEvents(db, { ...always, correlationId: "chain-3" }, 101)).toBe(chain.length);
});

test("a time range leaves out what lies outside, its start included and its end not", async () => {
  const [row] = await db.query<{ at: Date }>(
    sql`SELECT recorded_at AS at FROM event_log WHERE position = 2000`,
  );
  const from = row?.at.toISOString() ?? "";
  const to = new Date(Date.parse(from) + 1).toISOString();
  const inside = await searchEvents(db, { from, to, limit: 100 });
  expect(inside.events.map(({ recordedAt }) => recordedAt)).toContain(from);
  const behind = await searchEvents(db, { from: to, to: always.to, limit: 1 });
  expect(behind.events).toHaveLength(1);
  expect(Date.parse(behind.events[0]?.recordedAt ?? from)).toBeGreaterThan(Date.parse(from));
});

test("given facts are picked as far as the filter leaves them", async () => {
  const rows = await db.query<{ id: string; type: string }>(sql`
    SELECT id, type FROM event_log WHERE position BETWEEN 1 AND 20`);
  const picked = await pickPlaces(
    db,
    { ...always, types: ["TYPE_3"] },
    rows.map(({ id }) => id),
  );
  expect(new Set(picked.map(({ id }) => id))).toEqual(
    new Set(rows.filter(({ type }) => type === "TYPE_3").map(({ id }) => id)),
  );
});

/** `<category> <definition behind the table>` of the indexes on payload fields. */
async function payloadIndexes(): Promise<string[]> {
  const rows = await db.query<{ category: string; definition: string }>(sql`
    SELECT substr(tablename, 11) AS category, regexp_replace(indexdef, '^.* USING btree ', '') AS definition
    FROM pg_indexes WHERE tablename ~ '^event_log_[a-z]+$' AND indexdef LIKE '%payload%'`);
  return rows.map(({ category, definition }) => `${category} ${definition}`).sort();
}

test("every registered field of a payload has its index in each of its categories, and no other has one", async () => {
  const wanted = SEARCHABLE_FIELDS.flatMap((name) => {
    const value = `(payload #>> '{${name.replaceAll(".", ",")}}'::text[])`;
    return categoriesWithField(name).map(
      (category) => `${category} ((${value}), recorded_at, "position") WHERE (${value} IS NOT NULL)`,
    );
  });
  expect(await payloadIndexes()).toEqual(wanted.sort());
});
