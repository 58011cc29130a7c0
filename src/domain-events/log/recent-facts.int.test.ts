import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { readStored } from "@/domain-events/catalog/upcast";
import { makeFact } from "@/testing/bench/work";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { appendEvents } from "./append";
import { recentFact } from "./recent-facts";
import { type StoredRow, storedEvent } from "./stored-row";

let own: TestDatabase;
let db: Database;

beforeAll(async () => {
  own = await createTestDatabase();
  db = createDatabase({ url: own.url, max: 2, applicationName: "recent facts test" });
});
afterAll(async () => {
  await db.close();
  await own.drop();
});

test("a fact at hand is what the log would answer", async () => {
  const made = { ...makeFact(1), depth: 3 };
  await db.transaction((tx) => appendEvents(tx, [made]));
  const [row] = await db.query<StoredRow>(sql`SELECT * FROM event_log WHERE id = ${made.id}`);
  if (!row) throw new Error("not logged");
  expect(recentFact(made.id)?.depth).toBe(row.depth);
  expect(readStored(storedEvent(row))).toEqual({ known: true, event: recentFact(made.id)?.event });
});

test("a fact that the log had already is not taken for the new one", async () => {
  const [first, second] = [makeFact(1), makeFact(2)];
  await db.transaction((tx) => appendEvents(tx, [first]));
  await db.transaction((tx) => appendEvents(tx, [{ ...second, id: first.id }]));
  expect(recentFact(first.id)?.event.payload).toEqual(first.fact.payload);
});

test("the last thousand are kept", async () => {
  const events = Array.from({ length: 1_001 }, (_, number) => makeFact(number));
  await db.transaction((tx) => appendEvents(tx, events));
  expect(events.filter(({ id }) => recentFact(id) === undefined)).toHaveLength(1);
});
