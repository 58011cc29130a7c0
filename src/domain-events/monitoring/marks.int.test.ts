import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { catalog } from "@/domain-events/catalog/catalog";
import { fact } from "@/domain-events/catalog/fact";
import { recordFact } from "@/testing/builders/logged-world";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { readMarks } from "./marks";

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 2, applicationName: "marks test" });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const step = (handler: string, reason: string) =>
  recordFact(database, fact("LOG_REPLAYED", { ...catalog.LOG_REPLAYED.example, handler, reason }), {
    correlationId: handler,
  });

test("a pause is a mark, and so is a replay, however many steps it took", async () => {
  await recordFact(database, fact("LOG_HANDLER_PAUSED", catalog.LOG_HANDLER_PAUSED.example), {
    correlationId: "notification",
  });
  for (let steps = 0; steps < 3; steps += 1) await step("reporting", "A report was rebuilt.");
  await step("workflow", "A report was rebuilt.");
  const marks = await readMarks(database, new Date(Date.now() - 3_600_000));
  const told = marks.map(({ kind, subject }) => `${kind} ${subject}`);
  expect(new Set(told)).toEqual(new Set(["pause notification", "replay reporting", "replay workflow"]));
  // An hour may turn between two of the three steps.
  expect(told.filter((mark) => mark === "replay reporting").length).toBeLessThan(3);
  expect(await readMarks(database, new Date(Date.now() + 3_600_000))).toEqual([]);
});
