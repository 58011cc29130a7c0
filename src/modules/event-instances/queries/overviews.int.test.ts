import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { calendarInput } from "@/modules/event-instances/inputs";
import { previewAssignmentInput, readinessInput } from "@/modules/event-instances/inputs/overviews";
import {
  admin,
  agent,
  clientPerson,
  foreignClientPerson,
  otherClientId,
  testId,
} from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { insertEventRows, insertManagers } from "@/testing/builders/event-rows";
import { countStatements } from "@/testing/count-statements";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { boardChoices } from "./board-choices";
import { eventCalendar } from "./event-calendar";
import { previewAssignment } from "./preview-assignment";
import { readRadar } from "./radar";
import { readinessMatrix } from "./readiness-matrix";

let own: TestDatabase;
let database: Database;
const [mia, moe, gone] = [testId(2, 11), testId(2, 12), testId(2, 13)];
const id = (index: number) => testId(7, index);
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const now = inHours(0);

/** By the hours to their start: three at the park, one at each other venue; of two managers or of nobody. */
beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 4, applicationName: "overviews test" });
  await insertDirectory(database);
  await insertManagers(database, [
    { id: moe, name: "Moe" },
    { id: mia, name: "Mia" },
    { id: gone, name: "Gone", active: false },
  ]);
  await insertEventRows(database, [
    { id: id(1), startsAt: inHours(24), status: "preparing", managerId: mia, title: "Winter market" },
    { id: id(2), startsAt: inHours(48), status: "ready", managerId: mia, clientId: otherClientId },
    { id: id(3), startsAt: inHours(240), locationId: venues.berlin.id },
    { id: id(4), startsAt: inHours(2000), status: "assigned", managerId: moe },
    {
      id: id(5),
      startsAt: inHours(-3.2),
      status: "in_progress",
      managerId: moe,
      locationId: venues.square.id,
    },
    { id: id(6), startsAt: inHours(-1.5), status: "assigned", managerId: moe, locationId: venues.berlin.id },
    { id: id(7), startsAt: inHours(-100), status: "completed", managerId: moe },
    { id: id(8), startsAt: inHours(30), status: "cancelled" },
  ]);
  await database.execute(sql`
    INSERT INTO preparation_task (id, event_id, kind, description, due_at, status, done_by, done_at, evidence)
    VALUES (${testId(12, 1)}, ${id(1)}, 'logistics', 'Book a van.', ${inHours(-5)}, 'open', NULL, NULL, NULL),
      (${testId(12, 2)}, ${id(1)}, 'logistics', 'Agree on times.', ${inHours(-9)}, 'done', 'x', ${inHours(-10)}, NULL),
      (${testId(12, 3)}, ${id(7)}, 'logistics', 'Never done.', ${inHours(-200)}, 'open', NULL, NULL, NULL)`);
  await database.execute(sql`
    INSERT INTO event_venue_standing (event_id, confirmed, fact_id, fact_at)
    VALUES (${id(1)}, false, ${testId(16, 1)}, ${inHours(-2)}), (${id(2)}, true, ${testId(16, 2)}, ${inHours(-20)})`);
  await database.execute(sql`
    UPDATE event_instance SET readiness_lost_at = ${inHours(-2)},
      readiness_lost_reasons = ARRAY['The venue is no longer confirmed.'] WHERE id = ${id(1)}`);
  await database.execute(sql`
    INSERT INTO event_issue (id, event_id, subject, issue_type, severity, description, status, reported_by, reported_at)
    VALUES (${testId(13, 1)}, ${id(5)}, 'event', 'venue', 'critical', 'No power.', 'reported', 'x', ${inHours(-2)}),
      (${testId(13, 2)}, ${id(5)}, 'event', 'venue', 'high', 'No water.', 'reported', 'x', ${inHours(-1)})`);
  await database.execute(sql`
    UPDATE booking SET waiting_for = 'agency', waiting_since = ${inHours(-60)} WHERE id = ${id(4)}`);
  await database.execute(sql`
    INSERT INTO booking_date (id, booking_id, local_start, starts_at, ends_at, time_zone, status)
    VALUES (${testId(6, 1)}, ${id(4)}, '2035-01-01T10:00', ${inHours(900)}, ${inHours(902)}, 'UTC', 'undecided')`);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const matrix = (filter: object = {}) =>
  readinessMatrix(database, readinessInput.parse({ from: now, ...filter }));
const rows = async (filter: object = {}) => (await matrix(filter)).items.map((row) => row.id);

describe("the readiness matrix", () => {
  test("holds what has not begun and is not over, by start", async () => {
    const page = await matrix();
    expect(page.items.map((row) => row.id)).toEqual([id(6), id(1), id(2), id(3), id(4)]);
    expect(page.total).toEqual({ count: 5, ready: 1, more: false });
  });

  test("says of each part how far it is, and that and why readiness was lost", async () => {
    const [, row] = (await matrix()).items;
    expect(row).toMatchObject({
      title: "Winter market",
      manager: { id: mia, name: "Mia" },
      lost: { reasons: ["The venue is no longer confirmed."] },
    });
    expect(row?.cells.map(({ part, state, met, needed }) => [part, state, met, needed])).toEqual([
      ["staff", "none", 0, 0],
      ["kits", "none", 0, 0],
      ["logistics", "overdue", 1, 2],
      ["venue", "lost", 0, 1],
    ]);
  });

  test("is narrowed by time, manager, client, venue, region and what is not ready", async () => {
    expect(await rows({ to: inHours(36) })).toEqual([id(6), id(1)]);
    expect(await rows({ managerId: mia })).toEqual([id(1), id(2)]);
    expect(await rows({ isUnassigned: true, managerId: mia })).toEqual([id(3)]);
    expect(await rows({ clientId: otherClientId })).toEqual([id(2)]);
    expect(await rows({ locationId: venues.berlin.id })).toEqual([id(6), id(3)]);
    expect(await rows({ timeZone: "Europe/Berlin", from: inHours(10) })).toEqual([id(3)]);
    expect(await rows({ isUnready: true, managerId: mia })).toEqual([id(1)]);
    expect(readinessInput.safeParse({ from: now, timeZone: "Mars/Olympus" }).success).toBe(false);
  });

  test("goes on page by page without a gap or a repeat", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await matrix({ limit: 2, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([id(6), id(1), id(2), id(3), id(4)]);
    await expect(matrix({ cursor: "x" })).rejects.toMatchObject({ code: "INVALID" });
  });

  test("takes the same statements for one row and for many", async () => {
    const one = await countStatements(database, () => matrix({ limit: 1 }));
    expect(one).toBe(4);
    expect(await countStatements(database, () => matrix({ limit: 100 }))).toBe(one);
  });
});

describe("the radar", () => {
  test("finds what is late, the least time left first, with its owner", async () => {
    const { items, isCut } = await readRadar(database);
    expect(items.map(({ kind, recordId }) => [kind, recordId])).toEqual([
      ["critical_issue", id(5)],
      ["not_started", id(6)],
      ["venue_unconfirmed", id(1)],
      ["tasks_overdue", id(1)],
      ["no_manager", id(3)],
      ["decision_overdue", id(4)],
      ["not_completed", id(5)],
    ]);
    expect(isCut).toBe(false);
    expect(items.find(({ kind }) => kind === "tasks_overdue")).toMatchObject({
      cause: "1 task is overdue: Book a van.",
      owner: { id: mia, name: "Mia" },
    });
  });

  test("counts each kind and names the issue to acknowledge", async () => {
    const { counts, items } = await readRadar(database);
    expect(counts).toEqual({
      critical_issue: 1,
      not_started: 1,
      not_completed: 1,
      venue_unconfirmed: 1,
      tasks_overdue: 1,
      no_manager: 1,
      decision_overdue: 1,
    });
    expect(items.find(({ kind }) => kind === "critical_issue")?.issueId).toBe(testId(13, 1));
  });

  test("takes three statements", async () => {
    expect(await countStatements(database, () => readRadar(database))).toBe(3);
  });

  test("is not crowded out by tasks that nobody has to do any more", async () => {
    const over = Array.from({ length: 1001 }, (_, index) => ({
      id: id(10_000 + index),
      startsAt: inHours(-20_000 + index),
      status: index % 2 === 0 ? ("completed" as const) : ("cancelled" as const),
    }));
    await insertEventRows(database, over);
    await database.execute(sql`
      INSERT INTO preparation_task (id, event_id, kind, description, due_at, status)
      SELECT gen_random_uuid(), e.id, 'other', 'Send the brief.', e.starts_at, 'open'
      FROM event_instance e WHERE e.id = ANY (${over.map((event) => event.id)}::uuid[])`);
    const { items, isCut } = await readRadar(database);
    expect([items.length, isCut]).toEqual([7, false]);
  });
});

describe("a look before several events are given to one manager", () => {
  const look = (eventIds: readonly string[], managerId = mia) =>
    previewAssignment(database, previewAssignmentInput.parse({ managerId, eventIds }));

  test("says which change, and what stands against each, the selection itself included", async () => {
    await insertEventRows(database, [
      { id: id(21), startsAt: inHours(5000) },
      { id: id(22), startsAt: inHours(5001) },
      { id: id(23), startsAt: inHours(24) },
    ]);
    const plan = await look([id(1), id(7), id(21), id(22), id(23)]);
    const told = plan.map(({ eventId, isToAssign, conflicts }) => [
      eventId,
      isToAssign,
      conflicts.map((conflict) => conflict.eventId),
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        [id(1), false, [id(23)]],
        [id(7), false, []],
        [id(21), true, [id(22)]],
        [id(22), true, [id(21)]],
        [id(23), true, [id(1)]],
      ]),
    );
    expect(plan).toHaveLength(5);
  });

  test("what is over, or runs with somebody else, is nothing that they would have to be at", async () => {
    await insertEventRows(database, [
      { id: id(24), startsAt: inHours(7000), status: "cancelled" },
      { id: id(25), startsAt: inHours(7000), status: "in_progress", managerId: moe },
      { id: id(26), startsAt: inHours(7000) },
    ]);
    const plan = await look([id(24), id(25), id(26)]);
    expect(plan.find(({ eventId }) => eventId === id(26))).toMatchObject({ isToAssign: true, conflicts: [] });
  });

  test("throws for an event that is not there", async () => {
    await expect(look([id(1), testId(7, 99)])).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a month", () => {
  const month = { from: "2036-03-01T00:00:00Z", to: "2036-04-01T00:00:00Z" };
  const look = (more: object = {}, actor = admin) =>
    eventCalendar(database, actor, calendarInput.parse({ ...month, ...more }));
  const at = (index: number, startsAt: string, minutes = 120) => ({
    id: id(index),
    startsAt,
    minutes,
    locationId: venues.berlin.id,
  });

  beforeAll(() =>
    insertEventRows(database, [
      at(31, "2036-03-10T09:00:00.000Z"),
      at(32, "2036-03-10T08:00:00.000Z"),
      // From 22:00 in Berlin over midnight, and one that ends at midnight there.
      at(33, "2036-03-10T21:00:00.000Z", 480),
      at(34, "2036-03-10T22:00:00.000Z", 60),
      { ...at(35, "2036-03-11T09:00:00.000Z"), managerId: mia },
    ]),
  );

  test("holds so many of each day on the clock of its venue, and counts the others", async () => {
    const { events, leftOut, truncated } = await look({ perDayMax: 2 });
    expect(events.map((event) => event.id)).toEqual([id(32), id(31), id(35)]);
    expect(leftOut).toEqual([{ date: "2036-03-10", count: 2 }]);
    expect(truncated).toBe(false);
  });

  test("rule 7: holds what goes on from before it", async () => {
    const { events } = await look({ from: "2036-03-11T01:00:00Z", perDayMax: 1 });
    expect(events.map((event) => event.id)).toEqual([id(33), id(35)]);
  });

  test("holds all of them when it is not told how many", async () => {
    const { events, leftOut } = await look();
    expect(events).toHaveLength(5);
    expect(leftOut).toEqual([]);
  });

  test("names the manager to the agency, and shows clients what is theirs without", async () => {
    expect((await look()).events.at(-1)).toMatchObject({ manager: { id: mia, name: "Mia" } });
    expect((await look({}, clientPerson)).events.at(-1)).toMatchObject({ id: id(35), manager: null });
    expect((await look({}, foreignClientPerson)).events).toEqual([]);
    expect((await look({}, agent)).events).toEqual([]);
  });

  test("takes one statement for few events and for many", async () => {
    const few = await countStatements(database, () => look({ perDayMax: 1 }));
    expect(few).toBe(1);
    expect(await countStatements(database, () => look({ perDayMax: 50 }))).toBe(few);
  });
});

test("the boards are narrowed by active managers and by the zones of venues in use", async () => {
  expect(await boardChoices(database)).toEqual({
    managers: [
      { id: mia, name: "Mia" },
      { id: moe, name: "Moe" },
    ],
    zones: ["America/New_York", "Europe/Berlin"],
  });
});
