import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "./database";
import { describeDrift, readSchemaFiles } from "./schema-engine";

/** Tables without a model: nothing but raw statements of their own floor reads or writes them. */
const withoutModel: readonly string[] = [];

let testDatabase: TestDatabase;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
});
afterAll(() => testDatabase.drop());

test("the models say what the migrations made", async () => {
  expect(await describeDrift(testDatabase.superuserUrl, readSchemaFiles(), withoutModel)).toBe("No difference detected.");
});
