import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { fact } from "@/domain-events/catalog/fact";
import { boardInput, conflictsInput } from "@/modules/staffing/inputs/board";
import { clientId, manager, otherClientId, testId } from "@/testing/builders/actors";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { insertEventRows, insertManagers } from "@/testing/builders/event-rows";
import { recordFact } from "@/testing/builders/logged-world";
import { insertAssignments, insertSlots, insertStaff } from "@/testing/builders/staff-rows";
import { countStatements } from "@/testing/count-statements";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { staffingBoard } from "./board";
import { staffingConflicts } from "./conflicts";

let own: TestDatabase;
let database: Database;
const event = (index: number) => testId(7, index);
const slot = (index: number) => testId(6, index);
const shift = (index: number) => testId(8, index);
const [ada, bo, free] = [testId(2, 21), testId(2, 22), testId(2, 23)] as const;
const week = { from: "2035-10-08T00:00:00Z", to: "2035-10-15T00:00:00Z" };
const board = (more: object = {}) => staffingBoard(database, boardInput.parse({ ...week, ...more }));
const conflicts = (more: object = {}) =>
  staffingConflicts(database, conflictsInput.parse({ ...week, ...more }));

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 2, applicationName: "board test" });
  await insertDirectory(database);
  const roles = ["Host"];
  await insertStaff(database, [
    { id: ada, name: "Ada", roles, papers: [] },
    { id: bo, name: "Bo", roles, papers: [] },
    { id: free, name: "Aaron", roles, papers: [] },
  ]);
  await insertManagers(database, [{ id: manager.id, name: "Mia" }]);
  await insertEventRows(database, [
    { id: event(1), startsAt: "2035-10-10T14:00:00.000Z", title: "Spring walk", managerId: manager.id },
    { id: event(2), startsAt: "2035-10-10T15:00:00.000Z", title: "Winter market" },
    { id: event(3), startsAt: "2035-10-11T02:00:00.000Z", title: "Night market" },
    // The evening before the week: it counts for the rest only.
    { id: event(4), startsAt: "2035-10-07T14:00:00.000Z", title: "Evening before" },
    { id: event(5), startsAt: "2035-10-08T02:00:00.000Z", title: "Early start" },
  ]);
  await insertSlots(
    database,
    [1, 2, 3, 4, 5].map((index) => ({ id: slot(index), eventId: event(index), role: "Host" })),
  );
  await insertAssignments(database, [
    { id: shift(1), slotId: slot(1), userId: ada, status: "accepted" },
    { id: shift(2), slotId: slot(2), userId: ada, status: "created" },
    { id: shift(4), slotId: slot(4), userId: bo, status: "accepted" },
    { id: shift(5), slotId: slot(5), userId: bo, status: "accepted" },
  ]);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

test("people with shifts come first, each shift with what stands in its way", async () => {
  const { people, peopleTotal } = await board();
  expect(people.slice(0, 3).map(({ name }) => name)).toEqual(["Ada", "Bo", "Aaron"]);
  expect(peopleTotal).toBeGreaterThanOrEqual(3);
  const told = people.map(({ shifts }) => shifts.map(({ title, conflicts: against }) => [title, against]));
  expect(told[0]).toEqual([
    ["Spring walk", [expect.stringMatching(/^Is at EV-\d+ Winter market at that time\.$/)]],
    ["Winter market", [expect.stringMatching(/^Is at EV-\d+ Spring walk at that time\.$/)]],
  ]);
  // What lies before the week is not shown, but the rest after it is looked at.
  expect(told[1]).toEqual([["Early start", [expect.stringMatching(/of rest after EV-\d+ Evening before/)]]]);
});

test("places that nobody has stand by event, with how many have somebody", async () => {
  const { open } = await board();
  expect(open.map(({ title, needed, filled }) => [title, needed, filled])).toEqual([
    ["Winter market", 1, 0],
    ["Night market", 1, 0],
  ]);
  expect(open[0]?.slots).toMatchObject([{ id: slot(2), role: "Host", seat: 1, offered: 0, planned: 1 }]);
});

test("filters say which shifts are meant; the others of a person stay visible", async () => {
  const { people, open } = await board({ managerId: manager.id });
  expect(open).toEqual([]);
  const [first] = people;
  expect(first?.name).toBe("Ada");
  expect(first?.shifts.map(({ isMeant }) => isMeant)).toEqual([true, false]);
  expect((await board({ clientId: otherClientId })).open).toEqual([]);
  expect((await board({ clientId, timeZone: "Europe/Berlin", role: "host" })).open).toEqual([]);
  expect((await board({ q: "aar" })).people.map(({ name }) => name)).toEqual(["Aaron"]);
});

test("only people whose shifts stand in each other's way", async () => {
  const { people, peopleTotal } = await board({ onlyConflicts: true });
  expect(people.map(({ name }) => name)).toEqual(["Ada", "Bo"]);
  expect(peopleTotal).toBe(2);
});

test("what is wrong is listed once each, with the shift that has to change", async () => {
  await recordFact(
    database,
    fact("STAFF_SLOT_UNFILLED", {
      eventId: event(3),
      slotId: slot(3),
      role: "Host",
      unfilledAt: "2026-01-01T00:00:00.000Z",
      asked: 4,
    }),
    { correlationId: event(3) },
  );
  const { conflicts: listed } = await conflicts();
  expect(listed.map(({ kind, title, shift: of }) => [kind, title, of?.name ?? null])).toEqual([
    ["rest", "Early start", "Bo"],
    ["overlap", "Winter market", "Ada"],
    ["unfilled", "Night market", null],
  ]);
  expect(listed[2]?.sentence).toBe("Nobody is left to ask: 4 were asked.");
  expect(listed[1]?.otherEventId).toBe(event(1));
  expect((await conflicts({ managerId: manager.id })).conflicts.map(({ kind }) => kind)).toEqual(["overlap"]);
});

test("however much there is, the number of statements is the same", async () => {
  expect(await countStatements(database, () => board())).toBe(4);
  expect(await countStatements(database, () => board({ onlyConflicts: true }))).toBe(4);
  expect(await countStatements(database, () => conflicts())).toBe(3);
});
