import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { lockSlotWarning } from "./lock-slots";

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 1, applicationName: "lock slots test" });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

test("a database with too few lock slots gets a sentence that names the setting, one with enough gets none", async () => {
  expect(await lockSlotWarning(database, 1)).toBeUndefined();
  expect(await lockSlotWarning(database, 1_000_000)).toMatch(
    /^max_locks_per_transaction of the database is \d+: set it to 1000000 or more/,
  );
});
