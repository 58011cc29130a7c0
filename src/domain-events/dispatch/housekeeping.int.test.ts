import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { startDispatcher } from "./dispatcher";

let testDatabase: TestDatabase;
let database: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = createDatabase({ url: testDatabase.url, max: 4, applicationName: "housekeeping" });
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

test("a handler that has rows to purge is asked to at the start, and then rests for everybody", async () => {
  await new Promise<void>((resolve) => {
    const dispatcher = startDispatcher({
      database,
      listenUrl: null,
      handlers: [
        {
          name: "notification",
          handle: async () => undefined,
          purge: async () => {
            // Stopping waits for the purge itself.
            dispatcher.stop().then(resolve, resolve);
          },
        },
      ],
    });
  });
  const rests = await database.query(sql`
    SELECT name FROM runner_lease WHERE held_until > clock_timestamp() + interval '59 minutes'`);
  expect(rests).toContainEqual({ name: "purge-notification" });
});

test("a chore of another floor is done at the start with the dispatcher's own database, and then rests for everybody", async () => {
  const seen = await new Promise<unknown>((resolve, reject) => {
    const dispatcher = startDispatcher({
      database,
      listenUrl: null,
      handlers: [],
      chores: [
        {
          name: "count-partitions",
          everyMs: 3_600_000,
          run: async (db) => {
            const rows = await db.query(sql`SELECT 1 AS one`);
            // Stopping waits for the chore itself.
            dispatcher.stop().then(() => resolve(rows), reject);
          },
        },
      ],
    });
  });
  expect(seen).toEqual([{ one: 1 }]);
  const rests = await database.query(sql`
    SELECT name FROM runner_lease WHERE held_until > clock_timestamp() + interval '59 minutes'`);
  expect(rests).toContainEqual({ name: "count-partitions" });
});
