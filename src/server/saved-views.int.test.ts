import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { admin, otherAdmin } from "@/testing/builders/actors";
import { insertLoggedWorld } from "@/testing/builders/logged-world";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import {
  defaultViewInput,
  listViews,
  listViewsInput,
  removeView,
  saveView,
  saveViewInput,
  setDefaultView,
} from "./saved-views";

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 4, applicationName: "saved views test" });
  await insertLoggedWorld(database);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const listed = async (personId: string, screen = "log") =>
  (await listViews(database, personId, listViewsInput.parse({ screen }))).map(
    ({ name, query, isOwn, isDefault }) => ({ name, query, isOwn, isDefault }),
  );

const save = (personId: string, view: object) =>
  saveView(database, personId, saveViewInput.parse({ screen: "log", query: "state=dead", ...view }));

const choose = (personId: string, viewId: string | null) =>
  setDefaultView(database, personId, defaultViewInput.parse({ screen: "log", viewId }));

test("a view is kept once however often it is sent, and changes under the same id", async () => {
  const viewId = newId();
  await save(admin.id, { viewId, name: "Parked" });
  await save(admin.id, { viewId, name: "Parked, a week", query: "state=dead&range=7d" });
  expect(await listed(admin.id)).toEqual([
    { name: "Parked, a week", query: "state=dead&range=7d", isOwn: true, isDefault: false },
  ]);
  expect(await listed(admin.id, "bookings")).toEqual([]);
  await removeView(database, admin.id, viewId);
  expect(await listed(admin.id)).toEqual([]);
});

test("others see what is shared, may open with it, and change none of it", async () => {
  const [shared, hidden] = [newId(), newId()];
  await save(admin.id, { viewId: shared, name: "For all", isShared: true });
  await save(admin.id, { viewId: hidden, name: "For me" });
  await choose(otherAdmin.id, shared);
  expect(await listed(otherAdmin.id)).toEqual([
    { name: "For all", query: "state=dead", isOwn: false, isDefault: true },
  ]);
  for (const viewId of [shared, hidden]) {
    await expect(save(otherAdmin.id, { viewId, name: "Taken" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removeView(database, otherAdmin.id, viewId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  await expect(choose(otherAdmin.id, hidden)).rejects.toMatchObject({ code: "NOT_FOUND" });
  // What is no longer shared is gone from the other's list, also as what it opens with.
  await save(admin.id, { viewId: shared, name: "For all", isShared: false });
  expect(await listed(otherAdmin.id)).toEqual([]);
});

test("one view at most is opened with, and none when it is taken back", async () => {
  const [first, second] = [newId(), newId()];
  await save(otherAdmin.id, { viewId: first, name: "First" });
  await save(otherAdmin.id, { viewId: second, name: "Second" });
  await choose(otherAdmin.id, first);
  await choose(otherAdmin.id, second);
  expect((await listed(otherAdmin.id)).filter(({ isDefault }) => isDefault)).toMatchObject([
    { name: "Second" },
  ]);
  await choose(otherAdmin.id, null);
  expect((await listed(otherAdmin.id)).filter(({ isDefault }) => isDefault)).toEqual([]);
});

test("a hundred views of one person are enough", async () => {
  for (let count = 0; count < 98; count += 1)
    await save(otherAdmin.id, { viewId: newId(), name: `${count}` });
  await expect(save(otherAdmin.id, { viewId: newId(), name: "One more" })).rejects.toMatchObject({
    code: "RULE_VIOLATED",
    details: { rule: "too_many_views" },
  });
});
