import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { clientId, testId } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { insertEventRows } from "@/testing/builders/event-rows";
import { insertAssignments, insertException, insertSlots, insertStaff } from "@/testing/builders/staff-rows";
import { countStatements } from "@/testing/count-statements";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { rankCandidates } from "./candidates";

let own: TestDatabase;
let database: Database;
const event = (index: number) => testId(7, index);
const slot = (index: number) => testId(6, index);
const [near, far, liked, busy, off, blocked, past, novice, gone, driver] = Array.from(
  { length: 10 },
  (_, index) => testId(2, 21 + index),
) as [string, string, string, string, string, string, string, string, string, string];
const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "00:00", to: "24:00" }));
const host = { roles: ["host"], weekly: always, timeZone: "America/New_York" };

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 2, applicationName: "candidates test" });
  await insertDirectory(database);
  await database.execute(sql`
    UPDATE location SET latitude = 40.7536, longitude = -73.9832 WHERE id = ${venues.park.id}`);
  await insertStaff(database, [
    { ...host, id: near, name: "Near", home: [40.76, -73.98], rate: 40 },
    { ...host, id: far, name: "Far", home: [40.3, -74.2], rate: 20 },
    { ...host, id: liked, name: "Liked", home: [40.7, -74] },
    { ...host, id: busy, name: "Busy", home: [40.76, -73.98] },
    { ...host, id: off, name: "Off", home: [40.76, -73.98] },
    { ...host, id: blocked, name: "Blocked" },
    { ...host, id: past, name: "Past", home: [40.76, -73.98] },
    { ...host, id: novice, name: "Novice", roles: [] },
    { ...host, id: gone, name: "Gone", active: false },
    { ...host, id: driver, name: "Driver", roles: ["Driver"] },
  ]);
  await database.execute(sql`
    INSERT INTO client_preference (client_id, user_id, preference)
    VALUES (${clientId}, ${liked}, 'preferred'), (${clientId}, ${blocked}, 'blocked')`);
  await insertException(database, off, {
    id: testId(9, 1),
    kind: "off",
    fromDate: "2035-10-10",
    untilDate: "2035-10-10",
    hours: null,
    note: "",
  });
  await insertEventRows(database, [
    { id: event(1), startsAt: "2035-10-10T14:00:00.000Z" },
    { id: event(2), startsAt: "2035-10-10T15:00:00.000Z", title: "Winter market" },
    ...[3, 4, 5, 6].map((index) => ({ id: event(index), startsAt: `2025-10-1${index}T14:00:00.000Z` })),
  ]);
  await insertSlots(
    database,
    [1, 2, 3, 4, 5, 6].map((index) => ({ id: slot(index), eventId: event(index), role: "Host" })),
  );
  await insertAssignments(database, [
    { id: testId(8, 2), slotId: slot(2), userId: busy, status: "accepted" },
    { id: testId(8, 3), slotId: slot(3), userId: past, status: "checked_out" },
    { id: testId(8, 4), slotId: slot(4), userId: past, status: "checked_out", checkedInMinutesLate: 11 },
    { id: testId(8, 5), slotId: slot(5), userId: past, status: "no_show" },
    { id: testId(8, 6), slotId: slot(6), userId: past, status: "withdrawn", leadTimeHours: 3 },
  ]);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const names = ({ candidates }: Awaited<ReturnType<typeof rankCandidates>>) =>
  candidates.map(({ name }) => name);
const ranked = async (name: string) => {
  const { candidates } = await rankCandidates(database, { slotId: slot(1) });
  const found = candidates.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not ranked`);
  return found;
};

test("whoever does the role is ranked: who can have the shift first, who cannot last", async () => {
  const ranking = await rankCandidates(database, { slotId: slot(1) });
  expect(names(ranking)).toEqual(["Liked", "Near", "Past", "Far", "Off", "Busy", "Blocked"]);
});

test("what stands against them has its cause", async () => {
  expect((await ranked("Busy")).fit.blockers).toEqual([
    {
      kind: "overlap",
      sentence: expect.stringMatching(/^Is at EV-\d+ Winter market at that time\.$/),
      cause: { kind: "assignment", assignmentId: testId(8, 2), eventId: event(2) },
      isOverridable: false,
    },
  ]);
  expect((await ranked("Off")).fit.blockers).toMatchObject([
    { kind: "availability", cause: { kind: "exception", exceptionId: testId(9, 1) } },
  ]);
  expect((await ranked("Blocked")).fit.blockers).toMatchObject([{ kind: "client" }]);
});

test("pay, way and past speak for somebody", async () => {
  const near = await ranked("Near");
  expect(near.pay).toEqual({ rate: 40, currency: "USD" });
  expect(near.kilometers).toBeCloseTo(0.76, 1);
  expect(near.fit.reasons).toContainEqual(expect.objectContaining({ kind: "cost", points: 5 }));
});

test("the past is what the shifts came to, the latest first", async () => {
  const { candidates } = await rankCandidates(
    database,
    { shift: (await rankCandidates(database, { slotId: slot(1) })).shift, now: "2025-12-01T00:00:00.000Z" },
    { userIds: [past] },
  );
  expect(candidates[0]?.fit.reasons).toContainEqual(
    expect.objectContaining({
      kind: "reliability",
      sentence: "Kept 2 of 4 shifts, 1 time late, 1 time withdrawn at short notice, 1 time not there.",
      cause: { kind: "pastShifts", assignmentIds: [6, 5, 4, 3].map((index) => testId(8, index)) },
    }),
  );
});

test("anybody can be asked about by their id, whatever they do", async () => {
  const { candidates } = await rankCandidates(
    database,
    { slotId: slot(1) },
    { userIds: [gone, novice, near] },
  );
  expect(candidates.map(({ name, fit }) => [name, fit.blockers.map(({ kind }) => kind)])).toEqual([
    ["Near", []],
    ["Gone", ["inactive"]],
    ["Novice", ["role"]],
  ]);
});

test("only so many are looked at closely: those who can have it, whom the client likes, the nearest", async () => {
  expect(names(await rankCandidates(database, { slotId: slot(1) }, { limit: 3 }))).toEqual([
    "Liked",
    "Near",
    "Off",
  ]);
});

test("two statements rank however many", async () => {
  const statements = (limit: number) =>
    countStatements(database, () => rankCandidates(database, { slotId: slot(1) }, { limit }));
  expect(await statements(1)).toBe(2);
  expect(await statements(60)).toBe(2);
});

test("a slot that is not there is not found", async () => {
  await expect(rankCandidates(database, { slotId: slot(99) })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
