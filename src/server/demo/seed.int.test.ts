import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { type Dispatcher, startDispatcher } from "@/domain-events/dispatch/dispatcher";
import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions";
import { buildHandlers } from "@/handlers/registry";
import { eventInstanceStatuses } from "@/modules/event-instances/inputs";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { seedDemo } from "./seed";

const SEEDING_MS = 60_000;

let own: TestDatabase;
let database: Database;
let dispatcher: Dispatcher;

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 10, applicationName: "demo test" });
  await syncSubscriptions(database);
  dispatcher = startDispatcher({ database, handlers: buildHandlers({ mail: false }), listenUrl: null });
  await seedDemo(database);
}, SEEDING_MS);
afterAll(async () => {
  await dispatcher.stop();
  await database.close();
  await own.drop();
});

const distinct = async (statement: ReturnType<typeof sql>) =>
  (await database.query<{ value: string }>(statement)).map(({ value }) => value);

test("the demo agency has an event in every state, and on the day it is made", async () => {
  const states = await distinct(sql`SELECT DISTINCT status AS value FROM event_instance`);
  expect(states.sort()).toEqual([...eventInstanceStatuses].sort());
  const aroundNow = await distinct(sql`
    SELECT DISTINCT status AS value FROM event_instance
    WHERE starts_at BETWEEN now() - interval '12 hours' AND now() + interval '12 hours' ORDER BY 1`);
  expect(aroundNow).toEqual(expect.arrayContaining(["completed", "in_progress", "ready"]));
});

test("it has what goes wrong: holds, moves, lost readiness, and issues in every state", async () => {
  const [count] = await database.query(sql`
    SELECT (SELECT count(*) > 0 FROM event_instance WHERE hold_reason IS NOT NULL) AS held,
      (SELECT count(*) > 0 FROM event_instance WHERE starts_at <> booked_start) AS moved,
      (SELECT count(*) > 0 FROM event_log WHERE type = 'EVENT_READINESS_LOST') AS lost,
      (SELECT count(*) > 0 FROM event_instance WHERE status = 'ready' AND starts_at < now()) AS late,
      (SELECT count(*) > 0 FROM event_instance WHERE cardinality(follow_ups) > 0) AS followed_up`);
  expect(count).toEqual({ held: true, moved: true, lost: true, late: true, followed_up: true });
  const issues = await distinct(sql`SELECT DISTINCT status AS value FROM event_issue ORDER BY 1`);
  expect(issues).toEqual(["acknowledged", "reported", "resolved"]);
  const subjects = await distinct(sql`SELECT DISTINCT subject AS value FROM event_issue ORDER BY 1`);
  expect(subjects).toEqual(["activity", "event", "location"]);
});

test("nothing of the past is left undone, no manager is in two places, and no delivery is parked", async () => {
  const [row] = await database.query(sql`
    SELECT (SELECT count(*)::int FROM event_instance
        WHERE ends_at < now() AND status NOT IN ('completed', 'cancelled')) AS forgotten,
      (SELECT count(*)::int FROM event_instance a JOIN event_instance b ON a.manager_id = b.manager_id AND a.id < b.id
        WHERE a.status NOT IN ('completed', 'cancelled') AND b.status NOT IN ('completed', 'cancelled')
          AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at) AS doubled,
      (SELECT count(*)::int FROM event_delivery WHERE dead_at IS NOT NULL) AS parked`);
  expect(row).toEqual({ forgotten: 0, doubled: 0, parked: 0 });
});
